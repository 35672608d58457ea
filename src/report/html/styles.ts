/** How the report looks: quiet, readable on a telephone, in the dark and on paper; nothing is loaded from elsewhere. */
export const styles = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --raised: #f3f1ea; --ink: #1d2329; --soft: #525a63; --rule: #d9d5ca;
  --accent: #1f5a73; --loss: #96401f; --loss-pale: #f0d6c9; --gain: #bcd3dc; --gain-edge: #4b7f95;
  --start: #cfdde3; --outcome: #a9c6d3; --service: #e6d5a8; --cancellation: #e8bfa9; --other: #d5cbe0; --beside: #cbd8bf;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15191d; --raised: #1e2429; --ink: #e8e5de; --soft: #aab2ba; --rule: #363d44;
    --accent: #8cc0d6; --loss: #eda384; --loss-pale: #553223; --gain: #2c4b59; --gain-edge: #7fb0c5;
    --start: #3a4c56; --outcome: #2a5769; --service: #5c4d22; --cancellation: #66402c; --other: #4b4159; --beside: #3f5034;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.55 "Source Serif 4", "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
}
main, header, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1, h2, h3, h4, table, svg, nav, summary, .small, code { font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.15rem; line-height: 1.35; font-weight: 600; margin: 0 0 .6rem; color: var(--soft); overflow-wrap: anywhere; }
.headline { font-size: 1.75rem; line-height: 1.28; margin: 0 0 1rem; text-wrap: pretty; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 3rem 0 .5rem; padding-top: .9rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.02rem; line-height: 1.4; margin: 1.8rem 0 .4rem; }
h4 { font-size: .92rem; margin: 1rem 0 .2rem; }
p, ul, ol { max-width: 42rem; margin: .5rem 0; }
li { margin: .3rem 0; }
a { color: var(--accent); }
code { font-size: .88em; overflow-wrap: anywhere; }
.small, figcaption p, .note { color: var(--soft); font-size: .875rem; line-height: 1.5; }
.loss { color: var(--loss); }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .9rem; max-width: none; }
.scroll { overflow-x: auto; margin: .8rem 0; }
.scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .82rem; line-height: 1.35; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .42rem .4rem; text-align: right; vertical-align: top; border-bottom: 1px solid var(--rule); }
thead th { vertical-align: bottom; font-weight: 600; border-bottom: 1.5px solid var(--ink); }
th[scope="row"], th:first-child, td.words { text-align: left; }
th[scope="row"] { font-weight: 500; min-width: 8.5rem; }
td.words { min-width: 12rem; }
td .interval { display: block; color: var(--soft); font-size: .92em; white-space: nowrap; }
td .number { white-space: nowrap; }
td .mark { display: inline-block; width: .6em; text-align: left; }
tr.group th { padding-top: 1rem; font-weight: 700; }
figure { margin: 1.6rem 0 2.2rem; max-width: 54rem; }
figcaption h3 { margin-top: 0; }
svg { display: block; width: 100%; height: auto; }
svg.narrow { display: none; }
details { margin: .5rem 0; }
summary { cursor: pointer; color: var(--accent); font-size: .88rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; margin: .6rem 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.term { border-left: 3px solid var(--rule); padding-left: 1rem; margin: 1.2rem 0; }
svg text { fill: var(--ink); } svg .tick { fill: var(--soft); } svg .value { font-size: 12px; font-weight: 600; }
svg .grid { stroke: var(--rule); stroke-width: 1; } svg .row { stroke: var(--rule); stroke-width: .6; }
svg .zero { stroke: var(--ink); stroke-width: 1.3; } svg .mean { stroke: var(--ink); stroke-width: 2; }
svg .loss { stroke: var(--loss); stroke-width: 1; } svg .gain { fill: var(--gain); stroke: var(--gain-edge); stroke-width: 1; }
svg .loss-fill { fill: var(--loss-pale); } svg .loss-line { stroke: var(--loss); stroke-width: 1.6; }
svg .whisker { stroke: var(--accent); stroke-width: 2; stroke-linecap: round; } svg .span { stroke: var(--gain-edge); stroke-width: 2; stroke-dasharray: 1 4; stroke-linecap: round; }
svg .dot, svg .diamond { fill: var(--accent); stroke: var(--paper); stroke-width: 1; }
svg .hollow { fill: var(--paper); stroke: var(--accent); stroke-width: 1.6; }
svg .dot.first { fill: var(--ink); } svg .leader { stroke: var(--soft); stroke-width: .8; }
svg .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
svg .paper { fill: var(--paper); }
svg .limit { stroke: var(--loss); stroke-width: 1.6; stroke-dasharray: 5 3; } svg .limit-name { fill: var(--loss); }
svg .part { stroke: var(--soft); stroke-width: .8; } svg .texture { stroke: var(--soft); fill: none; opacity: .7; }
svg .start { fill: var(--start); } svg .outcome { fill: var(--outcome); } svg .service { fill: var(--service); }
svg .cancellation { fill: var(--cancellation); } svg .other { fill: var(--other); } svg .beside { fill: var(--beside); }
footer { margin-top: 3rem; padding-bottom: 3rem; }
@media (max-width: 640px) {
  .headline { font-size: 1.35rem; }
  svg.wide { display: none; } svg.narrow { display: block; }
  th, td { padding: .4rem .4rem; }
  .scroll th[scope="row"], .scroll thead th:first-child { position: sticky; left: 0; background: var(--paper); min-width: 7rem; max-width: 8.5rem; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin: 0 0 .5rem; }
}
@page { size: A4; margin: 16mm 14mm; }
@media print {
  :root { --paper: #fff; --raised: #fff; --ink: #000; --soft: #333; --rule: #bbb; --accent: #1f5a73; --loss: #96401f; --loss-pale: #f0d6c9; --gain: #bcd3dc; --gain-edge: #4b7f95; --start: #cfdde3; --outcome: #a9c6d3; --service: #e6d5a8; --cancellation: #e8bfa9; --other: #d5cbe0; --beside: #cbd8bf; }
  body { font-size: 10pt; } main, header, footer { max-width: none; padding: 0; }
  nav, summary { display: none; } h2 { break-after: avoid; } h3, h4 { break-after: avoid; }
  svg, tr, li { break-inside: avoid; } figcaption { break-inside: avoid; break-after: avoid; } a { color: inherit; text-decoration: none; }
  .scroll { overflow: visible; } table { font-size: 7pt; } th, td { padding: 2pt 3pt; } th[scope="row"] { min-width: 0; } td.words { min-width: 0; }
  td .interval { white-space: normal; }
  svg.wide { display: block; } svg.narrow { display: none; }
  svg .part, svg .gain, svg .loss { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
