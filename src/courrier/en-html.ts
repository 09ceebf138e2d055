import { COULEURS as C } from './couleurs';
import { Html, balises } from './html';
import type { Bloc, Chiffre, Message, Section } from './message';

/**
 * Le message en HTML que Gmail et Outlook montrent pareil : des tableaux et des styles en ligne, ni
 * feuille de style, ni script, ni adresse extérieure. Large de 600 px, il se resserre sur un téléphone.
 */
export function messageEnHtml(m: Message): string {
  const page = table(
    `max-width:600px;background-color:${C.blanc};`,
    balises`<tr><td style="padding:24px 24px 8px 24px;border-top:4px solid ${C.accent};">
<h1 style="margin:0;${police(22, C.accent)}">${m.titre}</h1>
<p style="margin:2px 0 16px 0;${police(13, C.discret)}">${m.sousTitre}</p>
<p style="margin:0 0 8px 0;${police(14)}">${m.salutation}</p>
<p style="margin:0;${police(14)}">${m.resume}</p></td></tr>
${m.sections.map(section)}<tr><td style="padding:16px 24px 24px 24px;">${m.pied.map(
      (p) => balises`<p style="margin:0 0 6px 0;${police(11, C.discret)}">${p}</p>
`,
    )}</td></tr>`,
  );
  return balises`<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${m.titre}</title></head>
<body style="margin:0;padding:0;background-color:${C.fond};">
<div style="display:none;max-height:0;overflow:hidden;">${m.resume}</div>
${table(
  '',
  balises`<tr><td align="center" bgcolor="${C.fond}" style="padding:16px 8px;">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
${page}
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>`,
)}
</body></html>`.source;
}

const police = (taille: number, couleur: string = C.texte): string =>
  `font-family:Segoe UI,Arial,Helvetica,sans-serif;font-size:${taille}px;line-height:${Math.round(taille * 1.45)}px;color:${couleur};`;

function table(style: string, lignes: Html): Html {
  return balises`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;border-collapse:collapse;${style}">${lignes}</table>`;
}

/** Des morceaux à la suite. */
const suite = (morceaux: readonly Html[]): Html => balises`${morceaux}`;

function section({ titre, blocs }: Section): Html {
  return balises`<tr><td style="padding:16px 24px 8px 24px;">
<h2 style="margin:0 0 8px 0;padding:0 0 4px 0;border-bottom:2px solid ${C.accent};${police(16, C.accent)}">${titre}</h2>
${blocs.map(bloc)}</td></tr>
`;
}

function bloc(b: Bloc): Html {
  switch (b.genre) {
    case 'chiffres':
      return table('', suite(b.chiffres.map(chiffre)));
    case 'image':
      return balises`<img src="cid:${b.image.cid}" width="552" alt="${b.image.alt}" style="display:block;width:100%;max-width:552px;height:auto;border:0;margin:12px 0;${police(12, C.discret)}">
`;
    case 'phrase':
      return balises`<p style="margin:4px 0 8px 0;${police(13)}">${b.texte}</p>
`;
    case 'liste':
      return suite([sousTitre(b.titre), table('margin:0 0 10px 0;', suite(b.textes.map(puce)))]);
    case 'tableau': {
      const entete = balises`<tr>${b.entetes.map((e, i) => cellule(e, i, 'th'))}</tr>
`;
      const lignes = b.lignes.map(
        (l) => balises`<tr>${l.map((t, i) => cellule(t, i, 'td'))}</tr>
`,
      );
      return suite([sousTitre(b.titre), table('margin:0 0 14px 0;', suite([entete, ...lignes]))]);
    }
  }
}

function sousTitre(titre: string | null): Html {
  if (titre === null) return new Html('');
  return balises`<p style="margin:12px 0 2px 0;font-weight:bold;${police(13)}">${titre}</p>
`;
}

function puce(texte: string): Html {
  return balises`<tr><td width="14" valign="top" style="padding:2px 0;${police(13, C.discret)}">•</td><td valign="top" style="padding:2px 0;${police(13)}">${texte}</td></tr>
`;
}

/** La première colonne est du texte ; les valeurs s'alignent à droite et ne se coupent pas. */
function cellule(texte: string, rang: number, balise: 'td' | 'th'): Html {
  const droite = rang > 0;
  const place = droite ? 'padding:4px 0 4px 10px;white-space:nowrap;' : 'padding:4px 0;';
  const aspect =
    balise === 'th'
      ? `${police(11, C.discret)}border-bottom:1px solid ${C.discret};`
      : `${police(13)}border-bottom:1px solid ${C.filet};`;
  const b = new Html(balise);
  return balises`<${b} align="${droite ? 'right' : 'left'}" valign="top" style="font-weight:normal;${place}${aspect}">${texte}</${b}>`;
}

const TONS = { neutre: C.discret, bon: C.bon, attention: C.attention } as const;

function chiffre({ libelle, valeur, details }: Chiffre): Html {
  const detail = details.map(
    ({ texte, ton }, i) =>
      balises`${i === 0 ? '' : ' · '}<span style="color:${TONS[ton]};${ton === 'neutre' ? '' : 'font-weight:bold;'}">${texte}</span>`,
  );
  return balises`<tr><td valign="bottom" style="padding:8px 8px 0 0;${police(14)}">${libelle}</td><td align="right" valign="bottom" style="padding:8px 0 0 0;font-weight:bold;white-space:nowrap;${police(20, C.accent)}">${valeur}</td></tr>
<tr><td colspan="2" style="padding:0 0 8px 0;border-bottom:1px solid ${C.filet};${police(12, C.discret)}">${detail}</td></tr>
`;
}
