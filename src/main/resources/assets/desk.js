// The desk's keys: each presses a button of the page, which works without them.
const proposals = () => [...document.querySelectorAll(".proposal")];
let at = Math.max(0, proposals().findIndex(one => one.classList.contains("current") || "#" + one.id === location.hash));

function show(index) {
  const all = proposals();
  if (!all.length) return;
  at = Math.min(Math.max(index, 0), all.length - 1);
  const now = all[at];
  now.focus({preventScroll: true});
  now.scrollIntoView({block: "nearest"});
  document.querySelectorAll(".passage.said").forEach(one => one.classList.remove("said"));
  const passage = now.dataset.passage && document.getElementById("t-" + now.dataset.passage);
  if (passage) {
    passage.classList.add("said");
    passage.scrollIntoView({block: "nearest"});
  }
}

function first(article) {
  const cells = [...article.querySelectorAll(".cells input")];
  return cells.find(cell => !cell.value) || cells[0];
}

document.addEventListener("focusin", event => {
  const article = event.target.closest(".proposal");
  const index = proposals().indexOf(article);
  if (article && index !== at) {
    at = index;
    const passage = document.getElementById("t-" + article.dataset.passage);
    document.querySelectorAll(".passage.said").forEach(one => one.classList.remove("said"));
    if (passage) passage.classList.add("said");
  }
});

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    show(at);
    return;
  }
  if (event.target.matches("input, select, textarea")) return;
  const article = proposals()[at];
  const within = selector => article && article.querySelector(selector);
  const element = {
    j: () => show(at + 1),
    k: () => show(at - 1),
    a: () => within("[data-key=a]")?.click(),
    c: () => within("[data-key=c]")?.click(),
    e: () => article && first(article)?.focus(),
    r: () => within("[data-key=r]")?.focus(),
    u: () => document.querySelector("[data-key=u]")?.click(),
    n: () => document.querySelector("[data-key=n]")?.click(),
  }[event.key];
  if (element) {
    event.preventDefault();
    element();
  }
});

show(at);
