// Filters, search, order and drawing of the table. Nothing here makes markup out of text.
"use strict";
(function () {
  const words = JSON.parse(document.getElementById("lexicon").textContent);
  const body = document.getElementById("rows");
  const more = document.getElementById("more");
  const shown = document.getElementById("shown");
  const blank = document.getElementById("row");
  const FIELDS = ["state", "section", "group", "level", "sort", "search"];
  const SECTIONS = Array.from(document.getElementById("f-section").options, (option) => option.value).slice(1);
  const STEP = 60;

  function field(name) { return document.getElementById("f-" + name); }

  function folded(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  // --- the units, from the rows that stand in the page or from the data file beside it

  function fromRow(row, place) {
    const name = row.querySelector(".name").textContent;
    const under = row.querySelector(".place");
    return unit(place, name, (under ? under.textContent : "") + " " + row.dataset.terms, row.dataset, row);
  }

  function unit(place, name, terms, facts, row) {
    const exact = (name + " " + terms).normalize("NFC").toLowerCase();
    return {
      place: place, name: name, group: facts.group, level: facts.level, state: facts.state,
      sections: typeof facts.sections === "string" ? facts.sections.split(" ") : facts.sections,
      findings: Number(facts.findings), received: Number(facts.received),
      exact: exact, folded: folded(exact), facts: facts, row: row
    };
  }

  function fromData(list, place) {
    const keys = ["id", "name", "group", "place", "level", "state", "label", "sections",
      "findings", "received", "day", "report", "note", "terms"];
    const facts = {};
    keys.forEach((key, at) => { facts[key] = list[at]; });
    return unit(place, facts.name, facts.place + " " + facts.terms, facts, null);
  }

  function put(badge, kind, key, text, sample) {
    badge.className = kind + " " + key;
    badge.querySelector(".word").textContent = text;
    badge.querySelector(".mark").textContent = sample;
  }

  function draw(one) {
    if (one.row) { return one.row; }
    const row = blank.content.firstElementChild.cloneNode(true);
    const facts = one.facts;
    row.dataset.state = facts.state;
    const link = row.querySelector(".name");
    link.href = "./_tong-quan/don-vi/" + encodeURIComponent(facts.id) + ".html";
    link.querySelector("bdi").textContent = facts.name;
    const head = link.parentNode;
    if (facts.place) { head.append(span("place", facts.place)); }
    if (facts.note) { head.append(span("note", facts.note)); }
    put(row.querySelector(".badge"), "badge", facts.state, words.labels[facts.label], words.marks[facts.label]);
    row.querySelectorAll(".status").forEach((badge, at) => {
      const status = facts.sections[at];
      put(badge, "status", status, words.statuses[status], words.marks["section_" + status]);
    });
    if (facts.state !== "missing" && facts.state !== "taken") {
      row.querySelector(".number").textContent = figure(facts.findings);
    }
    if (facts.day) { row.querySelector(".day").textContent = facts.day; }
    report(row.querySelector(".report"), facts);
    one.row = row;
    return row;
  }

  function span(kind, text) {
    const made = document.createElement("span");
    const isolated = document.createElement("bdi");
    made.className = kind;
    isolated.textContent = text;
    made.append(isolated);
    return made;
  }

  function report(cell, facts) {
    const link = cell.querySelector("a");
    if (facts.report) {
      link.href = facts.report;
      link.setAttribute("aria-label", words.report_of.replace("{name}", () => facts.name));
    } else {
      const none = document.createElement("span");
      none.className = "none";
      none.textContent = "–";
      link.replaceWith(none);
    }
  }

  const listed = self.tongket;
  const broken = blank !== null && !Array.isArray(listed);
  const units = blank === null ? Array.from(body.rows, fromRow) : (listed || []).map(fromData);

  // --- what is asked for

  function wanted() {
    const ask = {};
    FIELDS.forEach((name) => { ask[name] = field(name).value; });
    const text = ask.search.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    return Object.assign(ask, { exact: text, folded: text.map(folded) });
  }

  // An accent that was typed counts; where that finds nothing, accents are left out of it.
  function found(one, ask) {
    return ask.exact.every((word, at) =>
      word === ask.folded[at] ? one.folded.includes(word) : one.exact.includes(word));
  }

  function fits(one, ask) {
    const at = SECTIONS.indexOf(ask.section);
    return (!ask.group || one.group === ask.group) && (!ask.level || one.level === ask.level) &&
      (!ask.state || one.state === ask.state) &&
      (at < 0 || ((one.state === "complete" || one.state === "gaps") &&
        (one.sections[at] === "missing" || one.sections[at] === "thin")));
  }

  const ORDERS = {
    name: (a, b) => a.name.localeCompare(b.name, "vi") || a.place - b.place,
    newest: (a, b) => b.received - a.received || a.place - b.place,
    findings: (a, b) => b.findings - a.findings || a.place - b.place
  };

  function chosen(ask) {
    const fitting = units.filter((one) => fits(one, ask));
    let list = ask.exact.length ? fitting.filter((one) => found(one, ask)) : fitting;
    if (!list.length && ask.exact.length) {
      list = fitting.filter((one) => ask.folded.every((word) => one.folded.includes(word)));
    }
    return ORDERS[ask.sort] ? list.sort(ORDERS[ask.sort]) : list;
  }

  // --- drawing

  function figure(count) { return count.toLocaleString(words.language); }

  // What is filtered for, in words: a printed list must tell it too.
  function filters() {
    const told = FIELDS.filter((name) => name !== "sort" && field(name).value).map((name) => {
      const control = field(name);
      const value = control.options ? control.options[control.selectedIndex].text : "“" + control.value + "”";
      return control.labels[0].textContent + ": " + value;
    });
    return told.length ? " " + told.join("; ") + "." : "";
  }

  let list = [];
  let drawn = 0;

  function add(count) {
    const rows = list.slice(drawn, drawn + count).map(draw);
    body.append(...rows);
    drawn += rows.length;
    more.hidden = drawn >= list.length;
    return rows[0];
  }

  function show() {
    const ask = wanted();
    list = chosen(ask);
    drawn = 0;
    body.replaceChildren();
    add(blank === null ? list.length : STEP);
    const told = words.shown.replace("{shown}", figure(list.length)).replace("{total}", figure(units.length)) + filters();
    shown.textContent = broken ? words.broken : list.length ? told : words.nothing;
    shown.classList.toggle("attention", broken || !list.length);
    document.querySelectorAll("[data-choose]").forEach((link) => {
      const on = ask[link.dataset.choose] === link.dataset.value;
      if (on) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
    });
    document.documentElement.classList.toggle("filtered", FIELDS.some((name) => name !== "sort" && ask[name]));
    document.documentElement.dataset.ready = String(list.length);
    return ask;
  }

  // --- the address keeps what is asked for, so that a view can be sent on or bookmarked

  function keep(ask) {
    const told = new URLSearchParams();
    FIELDS.forEach((name) => { if (ask[name]) { told.set(name, ask[name]); } });
    const text = String(told);
    try {
      history.replaceState(null, "", text ? "#" + text : "#");
    } catch (refused) {
      // Some browsers refuse it for a page without a server; only the bookmark is lost.
    }
  }

  function fromAddress() {
    const told = new URLSearchParams(location.hash.slice(1));
    if (location.hash.length > 1 && !FIELDS.some((name) => told.has(name))) { return false; }
    FIELDS.forEach((name) => {
      const control = field(name);
      control.value = told.get(name) || "";
      if (control.selectedIndex === -1) { control.selectedIndex = 0; }
    });
    return true;
  }

  function update() { keep(show()); }

  let pause = 0;
  FIELDS.forEach((name) => {
    field(name).addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(update, name === "search" ? 150 : 0);
    });
  });
  field("clear").addEventListener("click", () => {
    FIELDS.forEach((name) => { field(name).value = ""; });
    update();
    field("search").focus();
  });
  field("print").addEventListener("click", () => self.print());
  more.addEventListener("click", () => {
    const first = add(STEP);
    if (first) { first.querySelector("a").focus(); }
  });
  document.querySelectorAll("[data-choose]").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const control = field(link.dataset.choose);
      control.value = control.value === link.dataset.value ? "" : link.dataset.value;
      update();
      const head = document.getElementById("units-head");
      head.focus({ preventScroll: true });
      head.scrollIntoView();
    });
  });
  self.addEventListener("hashchange", () => { if (fromAddress()) { show(); } });
  self.addEventListener("beforeprint", () => { add(list.length); });
  if ("IntersectionObserver" in self) {
    new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting) && !more.hidden) { add(STEP); }
    }, { rootMargin: "600px" }).observe(more);
  }

  document.querySelectorAll(".script-only").forEach((part) => { part.hidden = false; });
  fromAddress();
  show();
})();
