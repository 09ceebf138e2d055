import type { PageSetup, HeaderFooter, Worksheet } from 'exceljs';

/** exceljs range les feuilles par `orderNo`, mais ses types ne le disent pas. */
export function placer(feuille: Worksheet, rang: number): void {
  (feuille as Worksheet & { orderNo: number }).orderNo = rang;
}

const A4 = 9;
/** En pouces : ce que toute imprimante accepte. */
const MARGES = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 };

/** A4 paysage, en-tête répété, « Page 1 sur 3 » ; un onglet large s'étale sur plusieurs pages. */
export function miseEnPage(
  onglet: string,
  pagesEnLargeur: number,
): { pageSetup: Partial<PageSetup>; headerFooter: Partial<HeaderFooter> } {
  return {
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      margins: MARGES,
      fitToPage: true,
      fitToWidth: pagesEnLargeur,
      fitToHeight: 0,
      pageOrder: 'overThenDown',
      printTitlesRow: '1:1',
      ...(pagesEnLargeur > 1 ? { printTitlesColumn: 'A:A' } : {}),
    },
    headerFooter: {
      oddFooter: `&L&8Suivi commercial – ${onglet}&C&8&D&R&8Page &P sur &N`,
    },
  };
}
