/** How the page for a board looks: one side of A4, quiet and dark on white; nothing is loaded from elsewhere. */
export const boardStyles = `
:root { --ink: #1d2329; --soft: #525a63; --rule: #d9d5ca; --accent: #1f5a73; --pale: #e9eef0; --loss: #96401f; --good: #2b5d3a; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 9.5pt/1.4 "Source Serif 4", "Iowan Old Style", Palatino, Georgia, serif; overflow-wrap: anywhere; }
main { max-width: 186mm; margin: 0 auto; padding: 8mm 4mm; }
h1, h2, table, .kind, svg { font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
.kind { margin: 0; color: var(--accent); font-size: .85em; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; }
h1 { font-size: 1.55em; line-height: 1.2; margin: .1em 0 .1em; }
.about { color: var(--soft); margin: 0 0 .7em; font-size: .92em; }
.headline { font-size: 1.15em; line-height: 1.35; margin: 0 0 .8em; padding: .55em .8em; background: var(--pale); border-left: 4px solid var(--loss); }
.headline.within { border-left-color: var(--good); } .headline.unclear { border-left-color: var(--soft); }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 7mm; }
h2 { font-size: 1.02em; margin: .5em 0 .25em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: .86em; line-height: 1.3; font-variant-numeric: tabular-nums; }
th, td { padding: .25em .4em; text-align: right; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--rule); }
th[scope="row"], thead th:first-child { text-align: left; padding-left: 0; }
thead th { font-weight: 600; border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
td.word { white-space: nowrap; overflow-wrap: normal; } td.number { white-space: nowrap; font-weight: 600; } td .interval { color: var(--soft); font-weight: 400; }
tr.own th, tr.own td { font-weight: 700; }
figure { margin: .4em 0 .6em; } figcaption { color: var(--soft); font-size: .84em; }
svg { display: block; width: 100%; height: auto; } svg text { fill: var(--ink); } svg .tick { fill: var(--soft); }
svg .grid { stroke: var(--rule); stroke-width: 1; } svg .zero { stroke: var(--ink); stroke-width: 1.3; }
svg .fan-wide { fill: #dbe6ea; } svg .fan-half { fill: #a9c6d3; } svg .fan-middle { fill: none; stroke: var(--accent); stroke-width: 2.2; }
svg .limit { stroke: var(--loss); stroke-width: 1.6; stroke-dasharray: 5 3; } svg .limit-name { fill: var(--loss); }
svg .halo { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; }
ol, ul { margin: 0; padding-left: 1.2em; } li { margin: .15em 0; break-inside: avoid; }
footer { color: var(--soft); font-size: .82em; margin-top: .8em; border-top: 1px solid var(--rule); padding-top: .4em; }
@media (max-width: 640px) { .columns { grid-template-columns: 1fr; } .scroll { overflow-x: auto; } }
@page { size: A4; margin: 11mm 12mm; }
@media print { body { font-size: 8.4pt; line-height: 1.37; } h1 { font-size: 1.4em; } th, td { padding: .17em .4em; } main { max-width: none; padding: 0; } .columns { grid-template-columns: 1fr 1fr; } svg *, .headline { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
