// Suggests things while somebody types into an input with data-suggest (its value: the kinds that are wanted, or nothing
// for any). An editable combobox with a list, as the ARIA practices have it. With data-go choosing leads to the thing's
// page; elsewhere it fills the input, and the form sends the chosen thing's id. Without this script the input is a plain one.
"use strict";
(() => {
  const WAIT = 150;
  const MOST = 8;
  const header = document.querySelector("header form.search");
  const kinds = JSON.parse(header.dataset.kinds);
  const language = document.documentElement.lang;
  // What a thing is called in the reader's language, at length and in short.
  const called = hit => hit.names?.[language] ?? hit.label;
  const abbreviated = hit => hit.shortNames?.[language] ?? hit.acronyms ?? [];
  let lists = 0;

  const element = (name, properties, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };

  const enhance = input => {
    const wantedKinds = input.dataset.suggest.split(" ").filter(kind => kind);
    const goes = input.dataset.go !== undefined;
    const id = `suggestions-${++lists}`;
    const list = element("ul", {id, class: "suggestions", role: "listbox"});
    const live = element("span", {class: "hidden", "aria-live": "polite"});
    const name = input.name;
    let found = [];
    let active = -1;
    let timer = 0;
    let asked = null;
    let sent = null;
    list.setAttribute("aria-label", input.labels[0] ? input.labels[0].textContent : input.name);
    list.hidden = true;
    input.removeAttribute("list");
    for (const [key, value] of Object.entries(
      {role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, autocapitalize: "off", spellcheck: "false"})) {
      input.setAttribute(key, value);
    }
    input.after(list, live);

    const close = () => {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const stop = () => {
      clearTimeout(timer);
      if (asked) {
        asked.abort();
        asked = null;
      }
    };

    const activate = index => {
      active = index;
      [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
      if (active < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", list.children[active].id);
        list.children[active].scrollIntoView({block: "nearest"});
      }
    };

    const choose = hit => {
      stop();
      close();
      live.textContent = "";
      if (goes && hit.path) {
        const hash = hit.path.indexOf("#");
        const [path, rest] = hash < 0 ? [hit.path, ""] : [hit.path.slice(0, hash), hit.path.slice(hash)];
        location.assign(path + input.dataset.go + rest);
        return;
      }
      input.value = called(hit);
      if (!goes) {
        // The name is for the reader; the id says exactly what is meant.
        sent ??= input.parentNode.insertBefore(element("input", {type: "hidden"}), input);
        sent.name = name;
        sent.value = wantedKinds.length !== 1 ? `${hit.kind}:${hit.id}` : hit.id;
        input.removeAttribute("name");
      }
      input.dispatchEvent(new Event("change", {bubbles: true}));
    };

    const forget = () => {
      if (sent) {
        sent.remove();
        sent = null;
        input.name = name;
      }
    };

    const show = hits => {
      found = hits;
      list.replaceChildren(...hits.map((hit, index) => {
        const more = [...abbreviated(hit), ...(wantedKinds.length === 1 && hit.kind === wantedKinds[0] ? [] : [kinds[hit.kind] ?? hit.kind])].join(" · ");
        const label = hit.kind === "passage" ? `${hit.id} ${hit.snippet ? hit.snippet.map(part => part.text).join("") : ""}` : called(hit);
        const option = element("li", {id: `${id}-${index}`, role: "option", "aria-selected": "false"}, label);
        if (more) {
          option.append(" ", element("small", {}, more));
        }
        // Before the input loses the focus.
        option.addEventListener("pointerdown", event => event.preventDefault());
        option.addEventListener("click", () => choose(hit));
        return option;
      }));
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = hits.length === 0;
      input.setAttribute("aria-expanded", String(hits.length > 0));
      live.textContent = hits.length === 0 ? header.dataset.none
        : hits.length === 1 ? header.dataset.one : header.dataset.found.replace("#", hits.length);
    };

    const ask = async () => {
      stop();
      const text = input.value.trim();
      if (!text || text.length > 200) {
        close();
        return;
      }
      const mine = asked = new AbortController();
      const only = wantedKinds.length === 1 ? `&kind=${encodeURIComponent(wantedKinds[0])}` : "";
      const limit = 3 * MOST;
      try {
        const response = await fetch(`${header.getAttribute("action")}?q=${encodeURIComponent(text)}&limit=${limit}${only}`,
          {headers: {Accept: "application/json"}, signal: mine.signal});
        const answer = response.ok ? await response.json() : {results: []};
        if (asked === mine && document.activeElement === input) {
          const hits = answer.results.length > 0 ? answer.results : (answer.nearest ?? []);
          // Who types the beginning of a short form means it, more than what is named after it.
          const short = hit => [...abbreviated(hit), ...(hit.acronyms ?? [])].some(acronym => acronym.toLowerCase().startsWith(text.toLowerCase()));
          const wanted = hits.filter(hit => wantedKinds.length === 0 || wantedKinds.includes(hit.kind));
          show([...wanted.filter(short), ...wanted.filter(hit => !short(hit))].slice(0, MOST));
        }
      } catch (error) {
        if (error.name !== "AbortError") {
          close();
        }
      }
    };

    input.addEventListener("input", () => {
      forget();
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });

    input.addEventListener("keydown", event => {
      const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
      if (event.isComposing) {
        return;
      }
      if (step && list.hidden) {
        event.preventDefault();
        ask();
      } else if (step) {
        event.preventDefault();
        // One place between the last and the first is the input itself.
        activate((active + 1 + step + found.length + 1) % (found.length + 1) - 1);
      } else if (event.key === "Enter" && !list.hidden && active >= 0) {
        event.preventDefault();
        choose(found[active]);
      } else if (event.key === "Enter") {
        stop();
        close();
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        stop();
        close();
      }
    });

    input.addEventListener("blur", () => {
      stop();
      close();
    });
  };

  document.querySelectorAll("input[data-suggest]").forEach(enhance);
})();
