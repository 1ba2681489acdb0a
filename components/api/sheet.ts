/** A spreadsheet that writes links: its formulas, the cells A2 to H2 of an example, and the link they come to. */
export const SHEET = {
  row: '=IF(B2="","","&w="&ENCODEURL(A2&":"&B2&" "&C2&"/"&D2&" i"&E2&" v"&F2&" r"&G2&IF(H2="",""," k"&H2)))',
  link: '="http://localhost:3000/?v=1&asOf=2026-11-23&tier=3"&TEXTJOIN("",TRUE,I2:I21)',
  cells: ["Support chat", "o1-mini", "120", "m", "1500", "300", "900", "8000"],
  result:
    "http://localhost:3000/?v=1&asOf=2026-11-23&tier=3&w=Support%20chat%3Ao1-mini%20120%2Fm%20i1500%20v300%20r900%20k8000",
} as const;
