/// How a page looks: light and dark, on paper and on a narrow screen.
enum HTMLStyle {
  static let text = #"""

    :root {
      color-scheme: light dark;
      --ground: #fff; --raised: #f4f5f7; --ink: #1c2127; --faint: #57606a; --line: #d0d5db;
      --link: #0b57d0; --error: #b3261e; --warning: #8a5a00; --note: #33618e;
      --mark: #ffe08a; --mark-ink: #1c2127;
      font: 100%/1.5 system-ui, sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14181d; --raised: #1f252c; --ink: #e4e8ec; --faint: #a3adb8; --line: #3a434d;
        --link: #8ab4f8; --error: #ff8a80; --warning: #f2c14e; --note: #8ec1f2;
        --mark: #6b5200; --mark-ink: #fff;
      }
    }
    body { margin: 0; background: var(--ground); color: var(--ink); }
    main { max-width: 76rem; margin: 0 auto; padding: 0.5rem 1rem 4rem; }
    h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; }
    h2 { margin: 2.5rem 0 0.5rem; }
    h3 { margin: 1.75rem 0 0.25rem; font-size: 1.05rem; }
    p { margin: 0.5rem 0; overflow-wrap: anywhere; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    [hidden] { display: none !important; }
    code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
    .skip { position: absolute; inset-inline-start: -100vw; }
    .skip:focus {
      position: static; display: block; width: max-content; padding: 0.5rem 1rem;
    }
    .hint, .about, .where { color: var(--faint); font-size: 0.9rem; }

    .tables { display: flex; flex-wrap: wrap; gap: 0 3rem; align-items: start; }
    .hint { flex-basis: 100%; }
    /* A shadow at an edge says that there is more behind; where there is not, the ground hides it. */
    .scroll {
      overflow-x: auto; margin: 1rem 0; max-width: 100%;
      background:
        linear-gradient(to right, var(--ground) 0.75rem, transparent) left / 2rem 100% no-repeat local,
        linear-gradient(to left, var(--ground) 0.75rem, transparent) right / 2rem 100% no-repeat local,
        linear-gradient(to right, var(--line), transparent) left / 0.75rem 100% no-repeat,
        linear-gradient(to left, var(--line), transparent) right / 0.75rem 100% no-repeat;
    }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    caption { text-align: start; font-weight: 600; padding: 0.25rem 0; }
    th, td {
      padding: 0.25rem 0.75rem; border-bottom: 1px solid var(--line); text-align: end;
      vertical-align: top;
    }
    thead th {
      font-weight: 500; color: var(--faint); vertical-align: bottom; white-space: nowrap;
    }
    tbody th, thead th:first-child, .word, .prose { text-align: start; font-weight: 500; }
    .word { white-space: nowrap; }
    th code { overflow-wrap: break-word; }
    .path { min-width: 12rem; max-width: 32rem; overflow-wrap: anywhere; }
    .prose { min-width: 14rem; font-weight: 400; }
    .prose details { color: var(--faint); max-width: 45rem; }
    summary { cursor: pointer; width: max-content; max-width: 100%; }
    .files > summary { font-weight: 600; padding: 0.25rem 0; }
    tr:target, section:target > :is(h2, h3) {
      background: var(--mark); color: var(--mark-ink);
    }
    section:target > :is(h2, h3) > a { color: inherit; }
    #findings:focus { outline: none; }
    .bar { display: inline-block; width: 9rem; height: 0.75rem; vertical-align: baseline; }
    .about .bar { width: 5rem; height: 0.6rem; }
    .key { width: 0.7em; height: 0.7em; }
    rect.error { fill: var(--error); }
    rect.warning { fill: var(--warning); }
    rect.note { fill: var(--note); }
    rect.kept-back { fill: var(--note); opacity: 0.4; }

    #filters {
      display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: end; margin: 2rem -1rem 0;
      padding: 0.75rem 1rem; background: var(--raised); border: 1px solid var(--line);
    }
    /* A locale is as long as a page says. */
    #filters > * { max-width: 100%; }
    #filters label { display: block; font-size: 0.85rem; }
    #filters fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: 1rem; }
    #filters legend { font-size: 0.85rem; padding: 0; }
    #filters fieldset label { display: flex; align-items: center; gap: 0.25rem; min-height: 2.1rem; }
    #filters select, #filters input[type="search"], #filters button {
      font: inherit; min-height: 2.1rem; padding: 0.1rem 0.5rem; color: var(--ink);
      background: var(--ground); border: 1px solid var(--faint); border-radius: 4px;
      max-width: 100%; box-sizing: border-box;
    }
    #filters .text { flex: 1 1 12rem; }
    #filters .text input { width: 100%; }
    #count { margin: 0; flex-basis: 100%; font-size: 0.9rem; }

    ol { list-style: none; margin: 0; padding: 0; }
    .finding {
      margin: 0.75rem 0; padding: 0.5rem 0.9rem 0.75rem; background: var(--raised);
      border-inline-start: 5px solid; border-radius: 3px;
      content-visibility: auto; contain-intrinsic-size: auto 11rem;
    }
    .finding.more { contain-intrinsic-size: auto 4rem; }
    .finding p { margin: 0 0 0.15rem; }
    .finding.error { border-color: var(--error); }
    .finding.warning { border-color: var(--warning); border-inline-start-style: double; }
    .finding.note { border-color: var(--note); border-inline-start-style: dotted; }
    .severity { text-transform: uppercase; font-size: 0.75rem; letter-spacing: 0.04em; }
    .error .severity { color: var(--error); }
    .warning .severity { color: var(--warning); }
    .note .severity { color: var(--note); }
    .halves { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem 1rem; margin: 0.5rem 0 0; }
    .halves > :only-child { grid-column: 1 / -1; }
    .side { font-size: 0.8rem; color: var(--faint); }
    .half {
      padding: 0.35rem 0.6rem; background: var(--ground); border: 1px solid var(--line);
      border-radius: 3px; overflow-wrap: anywhere; white-space: pre-wrap; text-align: start;
    }
    mark {
      background: var(--mark); color: var(--mark-ink); border-bottom: 2px solid var(--error);
      border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone;
    }
    .warning mark { border-color: var(--warning); }
    .note mark { border-color: var(--note); }
    .fix { grid-column: 1 / -1; }
    .fix ins { font-weight: 600; text-decoration-thickness: 2px; }
    mark.blank { padding: 0 0.2em; outline: 1px dashed var(--faint); }
    mark::before, mark::after {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    mark::before { content: " [fault: "; }
    mark::after { content: " end of fault] "; }

    @media (min-width: 50rem) and (min-height: 35rem) {
      html { scroll-padding-top: 9rem; }
      #filters { position: sticky; top: 0; z-index: 1; }
    }
    @media (max-width: 40rem) {
      .halves { grid-template-columns: 1fr; }
      th, td { padding: 0.25rem 0.35rem; }
      .bar { width: 3rem; }
      /* The key stands above its word. Words stay whole: a table that is too wide scrolls. */
      thead th { white-space: normal; }
      .path { min-width: 9rem; }
      /* Each rule is a block: its words would leave no room for one another side by side. */
      .rules table, .rules tbody, .rules caption { display: block; }
      .rules thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
      .rules tr {
        display: grid; grid-template-columns: 1fr auto auto; border-bottom: 1px solid var(--line);
      }
      .rules th, .rules td { border: 0; }
      .rules .count::after { content: "\d7"; }
      .rules .prose { grid-column: 1 / -1; min-width: 0; padding-block-start: 0; }
      h1 { font-size: 1.6rem; }
    }
    @media (forced-colors: active) {
      rect { fill: CanvasText !important; }
      mark { forced-color-adjust: none; background: Mark; color: MarkText; }
    }
    @media print {
      #filters, .skip { display: none; }
      .finding { break-inside: avoid; content-visibility: visible; }
      .scroll { overflow: visible; }
    }

    """#
}
