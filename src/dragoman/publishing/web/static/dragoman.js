// What the page does beyond reading: keys, side lines joined to their words. All of it works without.
"use strict";

(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Keys: / to search, j and k from line to line; a, x and e judge the line in hand.
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (typing(event.target)) return;
    if (event.key === "/") {
      const box = document.querySelector("[data-key='/']");
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    } else if ("axe".includes(event.key)) {
      const card = document.activeElement?.closest(".card");
      const form = card?.querySelector(".verdict");
      if (form) { event.preventDefault(); judge(form, event.key); }
    }
  });
  function judge(form, key) {
    form.closest("details").open = true;
    const control = form.querySelector(`[data-verdict='${key}']`);
    const wanting = [form.elements.by, ...(key === "x" ? [form.elements.reason] : [])].find((field) => !field.value);
    if (key === "e") { control.parentElement.open = true; form.elements.amend.focus(); }
    else if (wanting) wanting.focus();
    else control.click();
  }
  function step(by) {
    const stops = all(".card, .feed > li a.type").filter((one) => one.offsetParent !== null);
    const at = stops.indexOf(document.activeElement?.closest(".card, a.type"));
    const next = stops[Math.max(0, Math.min(stops.length - 1, at + by))];
    if (next) next.focus();
  }

  // Desks: the sets of states last asked about, kept in this browser alone, one click away.
  const desks = document.querySelector(".desks");
  if (desks) {
    const key = "dragoman.desks";
    let kept = [];
    try { kept = JSON.parse(localStorage.getItem(key) ?? "[]").filter((one) => typeof one === "string"); } catch { kept = []; }
    const now = document.querySelector("[data-desk]").value;
    if (now) kept = [now, ...kept.filter((one) => one !== now)].slice(0, 4);
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* a browser that keeps nothing */ }
    for (const one of kept.filter((desk) => desk !== now)) {
      const link = document.createElement("a");
      link.className = "chip";
      link.href = `/?${new URLSearchParams({ between: one, since: desks.dataset.since })}`;
      link.textContent = one.replaceAll(",", " ");
      desks.append(link, " ");
    }
  }

  // Review: the reviewer's name is typed once.
  const names = all("[data-reviewer]");
  if (names.length) {
    let name = "";
    try { name = localStorage.getItem("dragoman.reviewer") ?? ""; } catch { name = ""; }
    for (const field of names) {
      field.value ||= name;
      field.addEventListener("change", () => {
        for (const other of names) other.value = field.value;
        try { localStorage.setItem("dragoman.reviewer", field.value); } catch { /* kept nowhere */ }
      });
    }
  }

  // A report: a line and its words light up together, joined by a stroke.
  const reading = document.querySelector(".reading");
  if (!reading) return;
  const leads = document.createElementNS(SVG, "svg");
  leads.setAttribute("class", "leads");
  leads.setAttribute("aria-hidden", "true");
  reading.append(leads);
  const column = reading.querySelector(".text");
  const cards = new Map(all(".card", reading).map((card) => [card.dataset.line, card]));
  const marks = new Map();
  for (const mark of all("mark[data-lines]", reading))
    for (const id of mark.dataset.lines.split(" ")) marks.set(id, [...(marks.get(id) ?? []), mark]);

  const wide = matchMedia("(min-width: 60.01rem) and (min-height: 30rem)"); // both columns scroll by themselves
  let lit = [], now = [];
  function light(ids) {
    now = ids;
    for (const one of lit) one.classList.remove("lit");
    leads.replaceChildren();
    lit = ids.flatMap((id) => [cards.get(id), ...(marks.get(id) ?? [])]).filter(Boolean);
    for (const one of lit) one.classList.add("lit");
    for (const id of ids) join(cards.get(id), marks.get(id)?.at(-1));
  }
  function join(card, mark) {
    if (!card || !mark || card.offsetParent === null) return;
    const base = reading.getBoundingClientRect();
    const to = card.getBoundingClientRect();
    const from = [...mark.getClientRects()].at(-1) ?? mark.getBoundingClientRect();
    const x1 = from.right - base.left, y1 = from.bottom - base.top - 1;
    const x2 = to.left - base.left, y2 = to.top - base.top + 12;
    const edge = Math.max(x1, column.getBoundingClientRect().right - base.left); // under the words, then across
    const middle = (edge + x2) / 2;
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", `M${x1} ${y1}H${edge}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`);
    leads.append(path);
  }
  const over = (event) => {
    const card = event.target.closest(".card");
    const mark = event.target.closest("mark[data-lines]");
    if (card) {
      if (wide.matches) marks.get(card.dataset.line)?.[0].scrollIntoView({ block: "nearest" });
      light([card.dataset.line]);
    }
    else if (mark) {
      const ids = mark.dataset.lines.split(" ");
      if (wide.matches) cards.get(ids.at(-1))?.scrollIntoView({ block: "nearest" });
      light(ids);
    }
    else if (event.type === "pointerover") light([]);
  };
  reading.addEventListener("pointerover", over);
  reading.addEventListener("focusin", over);
  reading.addEventListener("pointerleave", () => light([]));
  for (const column of all(".lines, .text", reading)) column.addEventListener("scroll", () => light(now), { passive: true });
  // Where the lines stand after the article, a tap goes there by address, so that Back comes back.
  reading.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-lines]");
    if (!mark) return;
    const card = cards.get(mark.dataset.lines.split(" ").at(-1));
    if (!wide.matches && card) { location.hash = card.id; return; }
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  });
  const targeted = () => { const id = location.hash.slice(3); if (cards.has(id)) light([id]); };
  addEventListener("hashchange", targeted);
  targeted();
})();
