// The desk's keys: each presses a button of the page, which works without them.
const proposals = () => [...document.querySelectorAll(".proposal")];
const named = proposals().findIndex(one => "#" + one.id === location.hash);
let at = named >= 0 ? named : Math.max(0, proposals().findIndex(one => one.classList.contains("current")));

// On a narrow screen the text stands above the proposals, in a box of its own: only that is moved, so that the proposal stays in sight.
const beside = window.matchMedia("(min-width: 60rem)");

function show(index, into = true) {
  const all = proposals();
  if (!all.length) return;
  at = Math.min(Math.max(index, 0), all.length - 1);
  const now = all[at];
  now.focus({preventScroll: true});
  if (into) now.scrollIntoView({block: "nearest"});
  document.querySelectorAll(".passage.said").forEach(one => one.classList.remove("said"));
  const passage = now.dataset.passage && document.getElementById("t-" + now.dataset.passage);
  if (passage) {
    passage.classList.add("said");
    if (beside.matches) passage.scrollIntoView({block: "nearest"});
    else passage.closest("section").scrollTop = passage.offsetTop;
  }
  open(now);
}

// What is wrong with a reader's proposal is seen when one comes to it: looking takes seconds, so that it is not done for all at once.
async function open(article) {
  const link = article.querySelector("a.open");
  if (!link || article.dataset.opening) return;
  article.dataset.opening = "true";
  const answer = await fetch(link.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const opened = page.getElementById(article.id);
  const typing = article.contains(document.activeElement) && document.activeElement !== article;
  if (!answer.ok || !opened || typing) return;
  const focused = document.activeElement === article;
  article.replaceWith(document.adoptNode(opened));
  if (focused) opened.focus({preventScroll: true});
}

// The cell that one wants: what is wrong, what has to be filled in and is not, else the first.
function first(article) {
  const cells = [...article.querySelectorAll(".cells input")];
  return cells.find(cell => cell.ariaInvalid === "true") || cells.find(cell => cell.dataset.needed && !cell.value) || cells[0];
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
    t: () => document.getElementById("own").focus(),
    n: () => document.querySelector("[data-key=n]")?.click(),
  }[event.key];
  if (element) {
    event.preventDefault();
    element();
  }
});

// What somebody has just begun or sent is shown wherever it stands; the page by itself opens at its beginning.
const asked = document.querySelector(".proposal.asked") !== null;
show(at, beside.matches || at > 0 || named >= 0 || asked);
