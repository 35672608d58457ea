/** What a statement adds to the look of a report: an account whose months stay together on paper. */
export const statementStyles = `
dl.head { grid-template-columns: max-content 1fr; margin: 1rem 0 0; }
dl.head dd { max-width: 46rem; }
table.account { table-layout: auto; }
table.account th[scope="row"] { min-width: 0; text-align: right; color: var(--soft); width: 2.2rem; }
table.account td { text-align: left; min-width: 9rem; }
table.account th.amount, table.account td.amount { text-align: right; white-space: nowrap; min-width: 0; }
table.account td.paid-in { min-width: 6.5rem; }
table.account td.none { min-width: 0; }
table.account thead th { text-align: left; }
table.account tr.month th { text-align: left; width: auto; color: var(--ink); font-weight: 700; padding-top: 1.1rem; border-bottom-color: var(--ink); }
table.account tr.month th span { font-weight: 400; color: var(--soft); }
table.account tr.balance td { font-weight: 600; background: var(--raised); }
table.account tr.said td, table.account tr.own td { color: var(--soft); }
table.account tr.quiet td { color: var(--soft); padding-top: 1.1rem; }
table.totals tr.all th, table.totals tr.all td { font-weight: 700; border-top: 1.5px solid var(--ink); }
table.totals td { white-space: nowrap; }
ol.sources { padding-left: 1.8rem; font-size: .875rem; }
ol.sources li { overflow-wrap: anywhere; }
@media (max-width: 640px) {
  dl.head { grid-template-columns: 1fr; }
  table.account thead, table.account td.none { display: none; }
  table.account, table.account tbody, table.account tr, table.account td, table.account th { display: block; }
  table.account th, table.account td { border-bottom: 0; padding: .1rem 0; min-width: 0; }
  .scroll table.account th[scope="row"] { position: static; width: auto; max-width: none; text-align: left; padding-top: .6rem; }
  table.account th[scope="row"]::before { content: "Line "; }
  table.account td.paid-in::before { content: "Paid in month "; }
  table.account td.amount { font-weight: 600; }
  table.account tr.month, table.account tr.quiet { border-top: 1px solid var(--rule); margin-top: .9rem; }
  table.account tr.month th, table.account tr.quiet td { padding-top: .6rem; }
  table.account tr.balance td { background: none; }
}
@media print {
  table.account { font-size: 7.5pt; } table.account tbody { break-inside: avoid; }
  table.account td { min-width: 0; } thead { display: table-header-group; }
  table.account tr.balance td { background: none; } header { break-after: avoid; }
}
`;
