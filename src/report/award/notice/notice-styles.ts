import { printSizes } from "./print-size.ts";

const sizes = printSizes.map((size) => `.s${size} { font-size: ${size / 10}pt; } `).join("");

/** How a notice looks: one page of A4, quiet and dark on white; nothing is loaded from elsewhere. */
export const noticeStyles = `
:root { --ink: #1d2329; --soft: #525a63; --rule: #d9d5ca; --accent: #1f5a73; --pale: #e9eef0; --loss: #96401f; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 9.5pt/1.4 "Source Serif 4", "Iowan Old Style", Palatino, Georgia, serif; overflow-wrap: anywhere; }
main { max-width: 186mm; margin: 0 auto; padding: 8mm 4mm; }
h1, h2, table, .parties, .kind { font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
.kind { margin: 0; color: var(--accent); font-size: .85em; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; }
h1 { font-size: 1.5em; line-height: 1.2; margin: .1em 0 .5em; }
.parties { display: grid; grid-template-columns: 1fr 1fr; gap: 0 6mm; margin: 0 0 .8em; font-size: .88em; line-height: 1.35; }
.parties dt { color: var(--soft); } .parties dd { margin: 0; }
.headline { font-size: 1.18em; line-height: 1.35; margin: 0 0 .8em; padding: .5em .8em; background: var(--pale); border-left: 3px solid var(--accent); }
table { border-collapse: collapse; width: 100%; font-size: .86em; line-height: 1.3; font-variant-numeric: tabular-nums; }
th, td { padding: .25em .45em; text-align: right; vertical-align: top; font-weight: 400; white-space: nowrap; overflow-wrap: normal; }
thead th { border-bottom: 1.5px solid var(--ink); font-weight: 600; vertical-align: bottom; }
th[scope="row"], thead th:first-child { text-align: left; padding-left: 0; white-space: normal; overflow-wrap: anywhere; }
tr.criterion th[scope="row"], tr.total * { font-weight: 600; }
tr.criterion > * { border-top: 1px solid var(--rule); } tr.part th[scope="row"] { padding-left: 1em; }
tr.total > * { border-top: 1.5px solid var(--ink); border-bottom: 1.5px solid var(--ink); }
td.you { font-weight: 700; color: var(--accent); } td.bar { width: 76px; padding-top: .35em; }
tr.why td { text-align: left; white-space: normal; overflow-wrap: anywhere; border-top: 0; padding: 0 0 .35em; color: var(--soft); font-size: .93em; } tr.why.part td { padding-left: 1em; }
svg { display: block; } svg .room { fill: var(--pale); } svg .own { fill: var(--accent); } svg .won { stroke: var(--loss); stroke-width: 1.6; }
.key, footer { color: var(--soft); font-size: .84em; margin: .4em 0 .6em; }
.sections { columns: 2; column-gap: 7mm; font-size: .95em; }
section { margin: 0 0 .8em; } h2 { font-size: 1em; margin: 0 0 .15em; break-after: avoid; }
section ul { margin: 0; padding: 0; list-style: none; } section li { margin: .1em 0; padding-left: 1em; text-indent: -.7em; break-inside: avoid; } section li::before { content: "·"; display: inline-block; width: .7em; text-indent: 0; font-weight: 700; color: var(--accent); }
@media (max-width: 640px) { .sections { columns: 1; } .parties { grid-template-columns: 1fr; } td.bar, thead th.bar { display: none; } .scroll { overflow-x: auto; } }
@page { size: A4; margin: 11mm 12mm; }
@media print { ${sizes}main { max-width: none; padding: 0; } svg rect, svg line, .headline { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
