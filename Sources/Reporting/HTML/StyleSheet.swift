// The page's style: restrained type, aligned numbers, colours that everybody can tell apart.

/// Colours of the roles are those of Okabe and Ito (2008), lightened for dark screens.
let styleSheet = """
  :root {
    --ink: #1b1f24; --soft: #59636e; --line: #d9dee3; --paper: #ffffff; --wash: #f5f7f9;
    --accent: #0b5c8f; --accent-soft: #9cc4dd; --warn: #a2480a;
    --land: #e7ebee; --border: #ffffff; --sea: #f8fafb;
    --host: #0072b2; --proposed: #56b4e9; --speech: #e69f00; --dateline: #8a949e;
    --scene: #d55e00; --origin: #cc79a7; --destination: #009e73; --mention: #5b6670;
    --s1: #e3eff6; --s2: #c3dcea; --s3: #96c1da; --s4: #5f9fc3; --s5: #2f79a5; --s6: #0b5482;
    --deep: #ffffff;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --ink: #e4e8ec; --soft: #98a3ae; --line: #313941; --paper: #14181c; --wash: #1b2025;
      --accent: #6db7e4; --accent-soft: #2f5a75; --warn: #f0a35e;
      --land: #2a3138; --border: #14181c; --sea: #171c20;
      --host: #4ba3d9; --proposed: #8fd0f5; --speech: #f0b53c; --dateline: #7c8791;
      --scene: #f0803c; --origin: #dd9dc0; --destination: #35c29b; --mention: #a2adb7;
      --s1: #18303f; --s2: #1c4259; --s3: #225a7b; --s4: #2f79a5; --s5: #559dc6; --s6: #93c6e3;
      --deep: #0d1114;
    }
  }
  * { box-sizing: border-box; }
  html { -webkit-text-size-adjust: 100%; }
  body {
    margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 72rem; background: var(--paper);
    color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
      "Liberation Sans", sans-serif;
  }
  header { padding-top: 2.25rem; }
  .brand {
    margin: 0; color: var(--accent); font-size: .8rem; font-weight: 600; letter-spacing: .09em;
    text-transform: uppercase;
  }
  h1 { margin: .1rem 0 0; font-size: 1.9rem; font-weight: 650; letter-spacing: -.015em;
    line-height: 1.2; }
  h2 { margin: 0 0 .25rem; font-size: 1.25rem; font-weight: 620; letter-spacing: -.01em; }
  h3 { margin: 1.5rem 0 .4rem; font-size: .95rem; font-weight: 620; }
  .period { margin: .3rem 0 1.4rem; color: var(--soft); font-size: 1.05rem;
    font-variant-numeric: tabular-nums; }
  .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.2rem, 1fr)); gap: 0;
    margin: 0; border-top: 1px solid var(--line); border-left: 1px solid var(--line); }
  .cards div { padding: .7rem .9rem .75rem; border-right: 1px solid var(--line);
    border-bottom: 1px solid var(--line); }
  .cards dt { color: var(--soft); font-size: .85rem; }
  .cards dd { margin: 0; font-size: 1.55rem; font-weight: 600; letter-spacing: -.02em;
    line-height: 1.25; font-variant-numeric: tabular-nums; }
  .cards dd.sub { color: var(--soft); font-size: .82rem; font-weight: 400; letter-spacing: 0; }
  nav { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 1.1rem 0 0; font-size: .9rem; }
  a { color: var(--accent); text-decoration: none; }
  a:hover, a:focus-visible { text-decoration: underline; }
  section { margin-top: 2.6rem; padding-top: 1.3rem; border-top: 2px solid var(--ink); }
  .note { margin: 0 0 .9rem; max-width: 46rem; color: var(--soft); font-size: .9rem; }
  .empty { margin: .8rem 0; padding: 1rem; background: var(--wash); color: var(--soft); }
  .scroll { overflow-x: auto; }
  table { width: 100%; border-collapse: collapse; font-size: .9rem; }
  th, td { padding: .32rem .6rem; border-bottom: 1px solid var(--line); text-align: left;
    vertical-align: baseline; }
  th:first-child, td:first-child { padding-left: 0; }
  th { color: var(--soft); font-size: .8rem; font-weight: 500; white-space: nowrap; }
  tbody tr:hover { background: var(--wash); }
  .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .k { color: var(--soft); }
  .name { font-weight: 550; }
  .part { white-space: nowrap; }
  .flag { margin-left: .3rem; color: var(--warn); font-size: .78rem; }
  .bar { margin-right: .5rem; vertical-align: .02rem; }
  .v { display: inline-block; }
  .bar rect { fill: var(--accent-soft); }
  .spark { display: block; width: 110px; height: 20px; }
  .spark path { fill: var(--accent-soft); stroke: var(--accent); stroke-width: 1;
    vector-effect: non-scaling-stroke; }
  .chart { display: grid; grid-template-columns: auto 1fr; column-gap: .5rem; }
  .chart svg { display: block; width: 100%; height: 11rem; border-bottom: 1px solid var(--soft); }
  .chart .y { position: relative; min-width: 2.2rem; height: 11rem; }
  .chart .y span { position: absolute; right: 0; transform: translateY(-50%); color: var(--soft);
    font-size: .75rem; font-variant-numeric: tabular-nums; }
  .chart .x { display: flex; grid-column: 2; justify-content: space-between; color: var(--soft);
    font-size: .75rem; font-variant-numeric: tabular-nums; }
  .chart .first { fill: var(--accent); }
  .chart .copy { fill: var(--accent-soft); }
  .chart line { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
  .map { width: 100%; height: auto; background: var(--sea); border: 1px solid var(--line); }
  .land { fill: var(--land); stroke: var(--border); stroke-width: .8;
    vector-effect: non-scaling-stroke; }
  .map circle { fill-opacity: .72; stroke: var(--paper); stroke-width: .7;
    vector-effect: non-scaling-stroke; }
  .map text { fill: var(--ink); paint-order: stroke; stroke: var(--sea); stroke-width: .22em;
    stroke-linejoin: round; }
  .legend { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: .5rem 0 .3rem; padding: 0;
    list-style: none; color: var(--soft); font-size: .85rem; }
  td .dot { margin-left: .1rem; }
  .dot { display: inline-block; width: .65rem; height: .65rem; margin-right: .35rem;
    border-radius: 50%; background: currentColor; }
  .maps { display: grid; gap: .8rem; }
  .host { fill: var(--host); color: var(--host); }
  .proposed { fill: var(--proposed); color: var(--proposed); }
  .speech { fill: var(--speech); color: var(--speech); }
  .dateline { fill: var(--dateline); color: var(--dateline); }
  .scene { fill: var(--scene); color: var(--scene); }
  .origin { fill: var(--origin); color: var(--origin); }
  .destination { fill: var(--destination); color: var(--destination); }
  .mention { fill: var(--mention); color: var(--mention); }
  .matrix table { width: auto; }
  .matrix th[scope=col] { height: 8.5rem; padding: .3rem .1rem; vertical-align: bottom; }
  .matrix th[scope=col] span { display: inline-block; max-height: 8rem; overflow: hidden;
    writing-mode: vertical-rl; transform: rotate(180deg); }
  .matrix th[scope=row] { max-width: 13rem; overflow: hidden; padding-left: 0; color: var(--ink);
    font-size: .9rem; text-overflow: ellipsis; }
  .matrix td { min-width: 2.5rem; padding: .32rem .3rem; border: 1px solid var(--paper);
    text-align: center; font-variant-numeric: tabular-nums; }
  .matrix tbody tr:hover { background: none; }
  .s0 { background: var(--wash); color: var(--soft); }
  .s1 { background: var(--s1); } .s2 { background: var(--s2); }
  .s3 { background: var(--s3); } .s4 { background: var(--s4); color: var(--deep); }
  .s5 { background: var(--s5); color: var(--deep); }
  .s6 { background: var(--s6); color: var(--deep); }
  .topics { display: grid; grid-template-columns: repeat(auto-fit, minmax(28rem, 1fr));
    gap: .4rem 2.6rem; }
  .topics .name { font-weight: 400; }
  .topics .k { white-space: nowrap; }
  .topics table { font-size: .86rem; }
  .topics th, .topics td { padding-left: .35rem; padding-right: .35rem; }
  .strip { display: block; width: 4.2rem; height: 10px; }
  .strip line { stroke: var(--line); stroke-width: 1; }
  .strip rect { fill: var(--accent); }
  .status { font-weight: 550; }
  .bad { color: var(--warn); }
  .mono { font-family: ui-monospace, "SFMono-Regular", Menlo, "Liberation Mono", monospace;
    font-size: .82rem; overflow-wrap: anywhere; }
  .facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.2rem; margin: 0; }
  .facts dt { font-weight: 550; }
  .facts dd { margin: 0; color: var(--soft); max-width: 48rem; }
  footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--line);
    color: var(--soft); font-size: .85rem; }
  @media (max-width: 640px) {
    body { padding: 0 .9rem 2rem; font-size: 14px; }
    header { padding-top: 1.3rem; }
    h1 { font-size: 1.5rem; }
    .bar { width: 1.7rem; margin-right: .3rem; }
    .x, .map text, .map.world { display: none; }
    .map.world.only { display: block; }
    .cards { grid-template-columns: 1fr 1fr; }
    .cards dd { font-size: 1.3rem; }
    .topics { grid-template-columns: 1fr; }
    .facts { grid-template-columns: 1fr; gap: 0; }
    .facts dd { margin-bottom: .5rem; }
    th, td { padding: .35rem .4rem; }
  }
  @media print {
    :root { --wash: #f5f7f9; }
    body { max-width: none; padding: 0; font-size: 10pt; }
    nav { display: none; }
    section { break-inside: auto; }
    tr, .chart, .map, .topic { break-inside: avoid; }
    .scroll { overflow: visible; }
    * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }
  """
