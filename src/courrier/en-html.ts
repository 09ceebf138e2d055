import { COULEURS as C } from './couleurs';
import { Html, html } from './html';
import type { Bloc, Chiffre, Message, Section } from './message';

/**
 * Le message en HTML que Gmail et Outlook montrent pareil : des tableaux et des styles en ligne, ni
 * feuille de style, ni script, ni adresse extérieure. Large de 600 px, il se resserre sur un téléphone.
 */
export function messageEnHtml(m: Message): string {
  return html`<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${m.titre}</title></head>
<body style="margin:0;padding:0;background-color:${C.fond};">
<div style="display:none;max-height:0;overflow:hidden;">${m.resume}</div>
${TABLE()}<tr><td align="center" bgcolor="${C.fond}" style="padding:16px 8px;">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
${TABLE(`max-width:600px;background-color:${C.blanc};`)}
<tr><td style="padding:24px 24px 8px 24px;border-top:4px solid ${C.accent};${police(14)}">
<h1 style="margin:0;${police(22, C.accent)}">${m.titre}</h1>
<p style="margin:2px 0 16px 0;${police(13, C.discret)}">${m.sousTitre}</p>
<p style="margin:0 0 8px 0;">${m.salutation}</p>
<p style="margin:0;">${m.resume}</p></td></tr>
${m.sections.map(section)}
<tr><td style="padding:16px 24px 24px 24px;border-top:1px solid ${C.filet};">${m.pied.map(
    (p) => html`<p style="margin:0 0 6px 0;${police(11, C.discret)}">${p}</p>`,
  )}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body></html>`.source;
}

const police = (taille: number, couleur: string = C.texte): string =>
  `font-family:Segoe UI,Arial,Helvetica,sans-serif;font-size:${taille}px;line-height:${Math.round(taille * 1.45)}px;color:${couleur};`;

const TABLE = (style = ''): Html =>
  html`<table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="width:100%;border-collapse:collapse;${style}"
  ></table>`;

function section({ titre, blocs }: Section): Html {
  return html`<tr>
    <td style="padding:16px 24px 8px 24px;">
      <h2
        style="margin:0 0 8px 0;padding:0 0 4px 0;border-bottom:2px solid ${C.accent};${police(16, C.accent)}"
      >
        ${titre}
      </h2>
      ${blocs.map(bloc)}
    </td>
  </tr> `;
}

function bloc(b: Bloc): Html {
  switch (b.genre) {
    case 'chiffres':
      return html`${TABLE()}${b.chiffres.map(chiffre)}</table>
`;
    case 'image':
      return html`<img
        src="cid:${b.image.cid}"
        width="552"
        alt="${b.image.alt}"
        style="display:block;width:100%;max-width:552px;height:auto;border:0;margin:12px 0;${police(12, C.discret)}"
      /> `;
    case 'phrase':
      return html`<p style="margin:4px 0 8px 0;${police(13)}">${b.texte}</p> `;
    case 'liste':
      return html`${sousTitre(b.titre)}${TABLE('margin:0 0 10px 0;')}${b.textes.map(
        (t) =>
          html`<tr>
            <td width="14" valign="top" style="padding:2px 0;${police(13, C.discret)}">•</td>
            <td style="padding:2px 0;${police(13)}">${t}</td>
          </tr>`,
      )}</table>
`;
    case 'tableau':
      return html`${sousTitre(b.titre)}${TABLE('margin:0 0 12px 0;')}<tr>${b.entetes.map((e, i) =>
        cellule(e, i, `${police(11, C.discret)}border-bottom:1px solid ${C.discret};`, 'th'),
      )}</tr>${b.lignes.map(
        (l) =>
          html`<tr>
            ${l.map((t, i) => cellule(t, i, `${police(13)}border-bottom:1px solid ${C.filet};`, 'td'))}
          </tr>`,
      )}</table>
`;
  }
}

function sousTitre(titre: string | null): Html | string {
  if (titre === null) return '';
  return html`<p style="margin:10px 0 2px 0;font-weight:bold;${police(13)}">${titre}</p>`;
}

function cellule(texte: string, rang: number, style: string, balise: 'td' | 'th'): Html {
  const droite = rang > 0;
  const place = droite ? 'padding:4px 0 4px 10px;white-space:nowrap;' : 'padding:4px 0;';
  const b = new Html(balise);
  return html`<${b} align="${droite ? 'right' : 'left'}" valign="top" style="font-weight:normal;${place}${style}">${texte}</${b}>`;
}

const TONS = { neutre: C.discret, bon: C.bon, attention: C.attention } as const;

function chiffre({ libelle, valeur, details }: Chiffre): Html {
  const suite = details.map(
    ({ texte, ton }, i) =>
      html`${i === 0 ? '' : ' · '}<span
          style="color:${TONS[ton]};${ton === 'neutre' ? '' : 'font-weight:bold;'}"
          >${texte}</span
        >`,
  );
  return html`<tr>
      <td valign="bottom" style="padding:8px 8px 0 0;${police(14)}">${libelle}</td>
      <td
        align="right"
        valign="bottom"
        style="padding:8px 0 0 0;font-weight:bold;white-space:nowrap;${police(20, C.accent)}"
      >
        ${valeur}
      </td>
    </tr>
    <tr>
      <td
        colspan="2"
        style="padding:0 0 8px 0;border-bottom:1px solid ${C.filet};${police(12, C.discret)}"
      >
        ${suite}
      </td>
    </tr> `;
}
