"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const say = (button, words) => {
    const before = button.dataset.words || button.textContent;
    button.dataset.words = before;
    button.textContent = words;
    setTimeout(() => { button.textContent = before; }, 1600);
  };
  const select = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };
  const copy = async (button) => {
    const code = button.parentElement.querySelector("code");
    try {
      await navigator.clipboard.writeText(code.textContent);
      say(button, "Copied");
    } catch {
      select(code);
      say(button, document.execCommand("copy") ? "Copied" : "Selected");
    }
  };
  for (const button of all(".copy")) {
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => copy(button));
  }
  for (const tools of all(".tools")) tools.hidden = false;

  const expand = document.getElementById("expand");
  if (expand) {
    expand.addEventListener("click", () => {
      const open = expand.getAttribute("aria-pressed") !== "true";
      for (const details of all("main details")) details.open = open;
      expand.setAttribute("aria-pressed", String(open));
      expand.textContent = open ? "Collapse all" : "Expand all";
    });
  }

  const filter = document.getElementById("filter");
  if (filter) {
    const cards = all("#diagnoses > .card");
    const note = document.getElementById("filter-note");
    let texts = null;
    filter.addEventListener("input", () => {
      texts = texts || cards.map((card) => card.textContent.toLowerCase());
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      cards.forEach((card, i) => {
        const fits = words.every((word) => texts[i].includes(word));
        card.hidden = !fits;
        if (fits) shown++;
      });
      note.textContent = words.length ? `${shown} of ${cards.length} shown` : "";
    });
  }

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    const inner = target.querySelector(":scope > details");
    if (inner) inner.open = true;
    for (let node = target.parentElement; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
    }
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
})();
