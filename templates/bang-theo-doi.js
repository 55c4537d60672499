// Filters, search, order and drawing of the list. Nothing here makes markup out of text.
"use strict";
(function () {
  const lexicon = JSON.parse(document.getElementById("lexicon").textContent);
  const body = document.getElementById("rows");
  const shown = document.getElementById("shown");
  const pager = document.getElementById("pager");
  const blank = document.getElementById("row");
  const FIELDS = ["state", "section", "group", "level", "sign", "sort", "search"];
  const SECTIONS = Array.from(field("section").options, (option) => option.value).slice(1);
  const ROWS = blank ? lexicon.page : Infinity;

  function field(name) { return document.getElementById("f-" + name); }

  // --- the units, from the rows that stand in the page or from the data files beside it

  function fromRow(row, place) {
    const under = row.querySelector(".place");
    const facts = Object.assign({}, row.dataset);
    facts.name = row.querySelector(".name").textContent;
    facts.place = under ? under.textContent : "";
    facts.sections = facts.sections.split(" ");
    facts.signs = facts.signs.split(" ");
    return unit(facts, place, row);
  }

  function unit(facts, place, row) {
    return {
      facts: facts, order: place, row: row, words: null, plain: "",
      findings: Number(facts.findings), received: Number(facts.received)
    };
  }

  function fromFiles(files) {
    const found = [];
    files.forEach(([group, place, listed]) => listed.forEach((values) => {
      const facts = { group: group };
      lexicon.fields.forEach((name, at) => { facts[name] = values[at]; });
      facts.place = facts.id === group ? "" : place;
      found.push(unit(facts, found.length, null));
    }));
    return found;
  }

  const files = self.tongket || [];
  const broken = files.length !== document.querySelectorAll("script[src]").length;
  const units = blank ? fromFiles(files) : Array.from(body.rows, fromRow);

  // --- search: "hoà" is "hòa", and a letter typed without its marks stands for all that it may bear

  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const MARKS = /[\u0300-\u036f]/g;

  function words(text) {
    const parts = text.toLowerCase().replace(/đ/g, "d\u0335").normalize("NFD").match(/[\p{L}\p{M}\p{N}]+/gu) || [];
    return parts.map((part) => ({
      plain: part.replace(MARKS, ""), base: part.replace(TONES, ""), tone: (part.match(TONES) || []).join("")
    }));
  }

  function prepared(one) {
    if (!one.words) {
      one.words = words([one.facts.name, one.facts.place, one.facts.terms].join(" "));
      one.plain = one.words.map((word) => " " + word.plain).join("");
    }
    return one;
  }

  function same(word, asked) {
    const base = asked.base === asked.plain ? word.plain : word.base;
    return base.startsWith(asked.base) && (!asked.tone || word.tone === asked.tone);
  }

  // An accent that was typed counts; where that finds nothing, accents are left out of it.
  function searched(list, asked) {
    const near = list.filter((one) => asked.every((each) => prepared(one).plain.includes(" " + each.plain)));
    const marked = asked.filter((each) => each.base !== each.plain || each.tone);
    const exact = near.filter((one) => marked.every((each) => one.words.some((word) => same(word, each))));
    return exact.length ? exact : near;
  }

  // --- what is asked for

  function wanted() {
    const ask = {};
    FIELDS.forEach((name) => { ask[name] = field(name).value; });
    return ask;
  }

  function lacks(facts, section) {
    const status = facts.sections[SECTIONS.indexOf(section)];
    return (facts.state === "complete" || facts.state === "gaps") && (status === "missing" || status === "thin");
  }

  function fits(facts, ask) {
    return (!ask.group || facts.group === ask.group) && (!ask.level || facts.level === ask.level) &&
      (!ask.state || facts.state === ask.state) && (!ask.sign || facts.signs.includes(ask.sign)) &&
      (!ask.section || lacks(facts, ask.section));
  }

  const collator = new Intl.Collator("vi");
  const ORDERS = {
    name: (a, b) => collator.compare(a.facts.name, b.facts.name) || a.order - b.order,
    newest: (a, b) => b.received - a.received || a.order - b.order,
    findings: (a, b) => b.findings - a.findings || a.order - b.order
  };

  function chosen(ask) {
    const fitting = units.filter((one) => fits(one.facts, ask));
    const asked = words(ask.search);
    const found = asked.length ? searched(fitting, asked) : fitting;
    return ORDERS[ask.sort] ? found.sort(ORDERS[ask.sort]) : found;
  }

  // --- a row, as the template of the page has it

  function put(badge, kind, key, text, mark) {
    badge.className = kind + " " + key;
    badge.querySelector(".word").textContent = text;
    badge.querySelector(".mark").textContent = mark;
  }

  function span(kind, text) {
    const made = document.createElement("span");
    const isolated = document.createElement("bdi");
    made.className = kind;
    isolated.textContent = text;
    made.append(isolated);
    return made;
  }

  function draw(one) {
    if (one.row) { return one.row; }
    const row = blank.content.firstElementChild.cloneNode(true);
    const facts = one.facts;
    head(row.querySelector("th"), facts);
    put(row.querySelector(".badge"), "badge", facts.state, lexicon.labels[facts.label], lexicon.marks[facts.label]);
    row.querySelectorAll(".status").forEach((badge, at) => {
      const status = facts.sections[at];
      put(badge, "status", status, lexicon.statuses[status], lexicon.marks["section_" + status]);
    });
    numbers(row.querySelector(".number"), facts);
    if (facts.day) { row.querySelector(".day").textContent = facts.day; }
    report(row.querySelector(".report"), facts);
    return row;
  }

  function head(cell, facts) {
    const link = cell.querySelector(".name");
    link.href = "./_tong-quan/don-vi/" + encodeURIComponent(facts.id) + ".html";
    link.querySelector("bdi").textContent = facts.name;
    if (facts.place) { cell.append(span("place", facts.place)); }
    if (facts.note) { cell.append(span("note", facts.note)); }
  }

  function numbers(cell, facts) {
    if (facts.state === "missing" || facts.state === "taken") { return; }
    cell.textContent = figure(facts.findings);
    ["doubts", "waived"].filter((key) => facts[key]).forEach((key) => {
      cell.append(span("aside", told(key, { count: figure(facts[key]) })));
    });
  }

  function report(cell, facts) {
    const link = cell.querySelector("a");
    if (facts.report) {
      link.href = facts.report;
      link.setAttribute("aria-label", told("report_of", { name: facts.name }));
    } else {
      const none = document.createElement("span");
      none.className = "none";
      none.textContent = "–";
      link.replaceWith(none);
    }
  }

  // --- the list, page by page

  function figure(count) { return count.toLocaleString(lexicon.language); }

  function told(key, blanks) {
    return lexicon.told[key].replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (blank_, name, one, many) =>
      one === undefined ? blanks[name] : blanks[name] === "1" ? one : many);
  }

  let list = [];
  let page = 0;

  function pages() { return Math.max(1, Math.ceil(list.length / ROWS)); }

  function lay(from, count) { body.replaceChildren(...list.slice(from, from + count).map(draw)); }

  function turn(to) {
    page = Math.min(Math.max(to, 0), pages() - 1);
    lay(page ? page * ROWS : 0, ROWS);
    pager.hidden = pages() === 1;
    field("before").setAttribute("aria-disabled", String(page === 0));
    field("after").setAttribute("aria-disabled", String(page === pages() - 1));
    document.getElementById("where").textContent = told("page", { page: figure(page + 1), pages: figure(pages()) });
    tell();
  }

  // What is filtered for, in words: a printed list must tell it too.
  function filters() {
    return FIELDS.filter((name) => name !== "sort" && field(name).value).map((name) => {
      const control = field(name);
      const value = control.options ? control.options[control.selectedIndex].text : "“" + control.value + "”";
      return control.labels[0].textContent + ": " + value;
    });
  }

  function tell() {
    const counts = { shown: figure(list.length), total: figure(units.length) };
    counts.first = figure(page * lexicon.page + 1);
    counts.last = figure(Math.min((page + 1) * lexicon.page, list.length));
    const asked = filters();
    const sentence = told(pages() === 1 ? "shown" : "part", counts) + (asked.length ? " " + asked.join("; ") + "." : "");
    shown.textContent = broken ? lexicon.told.broken : list.length ? sentence : lexicon.told.nothing;
    shown.classList.toggle("attention", broken || !list.length);
  }

  function show(to) {
    const ask = wanted();
    list = chosen(ask);
    turn(to);
    const asked = FIELDS.filter((name) => name !== "sort" && ask[name]);
    document.querySelectorAll("a.choose").forEach((link) => {
      const told = new URLSearchParams(link.hash.slice(1));
      const on = asked.length === Array.from(told).length && asked.every((name) => told.get(name) === ask[name]);
      if (on) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
    });
    document.documentElement.classList.toggle("filtered", asked.length > 0);
  }

  // --- the address keeps what is asked for, so that a view can be sent on or bookmarked

  function keep() {
    const told = new URLSearchParams();
    FIELDS.forEach((name) => { if (field(name).value) { told.set(name, field(name).value); } });
    if (page) { told.set("page", String(page + 1)); }
    try {
      history.replaceState(null, "", "#" + String(told));
    } catch (refused) {
      // Some browsers refuse it for a page without a server; only the bookmark is lost.
    }
  }

  function fromAddress(hash) {
    const told = new URLSearchParams(hash.slice(1));
    if (hash.length > 1 && !FIELDS.some((name) => told.has(name)) && !told.has("page")) { return null; }
    FIELDS.forEach((name) => {
      const control = field(name);
      control.value = told.get(name) || "";
      if (control.selectedIndex === -1) { control.selectedIndex = 0; }
    });
    return Math.trunc(Number(told.get("page"))) - 1 || 0;
  }

  function update() { show(0); keep(); }

  function go(id) {
    const head = document.getElementById(id);
    head.focus({ preventScroll: true });
    head.scrollIntoView();
  }

  function leaf(step) {
    if (page + step < 0 || page + step >= pages()) { return; }
    turn(page + step);
    keep();
    go("units-head");
  }

  FIELDS.forEach((name) => { field(name).addEventListener("input", update); });
  field("clear").addEventListener("click", () => {
    fromAddress("");
    update();
    field("search").focus();
  });
  field("print").addEventListener("click", () => self.print());
  field("before").addEventListener("click", () => leaf(-1));
  field("after").addEventListener("click", () => leaf(1));
  document.querySelectorAll("a.choose").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      fromAddress(link.hasAttribute("aria-current") ? "" : link.hash);
      update();
      go("units-head");
    });
  });
  document.querySelectorAll("a.jump").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault(); // the address is kept for what is asked for
      go(link.hash.slice(1));
    });
  });
  self.addEventListener("hashchange", () => {
    const to = fromAddress(location.hash);
    if (to !== null) { show(to); }
  });
  self.addEventListener("beforeprint", () => {
    if (pages() === 1) { return; }
    lay(0, lexicon.most);
    if (list.length > lexicon.most) {
      shown.append(" " + told("print_part", { count: figure(lexicon.most), shown: figure(list.length) }));
    }
  });
  self.addEventListener("afterprint", () => { if (pages() > 1) { turn(page); } });

  document.querySelectorAll(".script-only").forEach((part) => { part.hidden = false; });
  show(fromAddress(location.hash) || 0);
  // While the reader looks at the page, so that the first search needn't wait for it.
  if (self.requestIdleCallback) { self.requestIdleCallback(() => units.forEach(prepared)); }
})();
