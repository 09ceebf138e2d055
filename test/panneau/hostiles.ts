/** Ce qu'une cellule peut contenir, et qui ne doit jamais être que du texte. */
export const HOSTILES = {
  script: '</script><script>globalThis.pirate = 1</script>',
  image: '<img src="https://pirate.example/x" onerror="globalThis.pirate = 1">',
  commentaire: '<!--<script>"\'`${globalThis.pirate = 1}',
  remplacement: "$& $1 $' $` __ETAT__ /* SCRIPT */",
  lignes: 'un\u2028deux\u2029trois\u0000fin',
  rtl: '\u202eنص عربي\u202c et la suite',
  emoji: '👩🏽‍🚀🏳️‍🌈 \ud83d seul',
  formule: '=IMPORTXML("https://pirate.example";"//a")',
  entite: '&lt;b&gt; &amp;amp; &#x27;',
} as const;
