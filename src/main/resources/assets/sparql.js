// The SPARQL editor: YASGUI with this server's prefixes, terms, things and examples in place of what it would fetch from elsewhere.
"use strict";

(() => {
  const place = document.getElementById("editor");
  const form = document.querySelector("form.plain");
  if (!window.Yasgui || !place) {
    form.classList.add("shown");
    return;
  }
  const { Yasqe, Yasr } = Yasgui;
  const words = place.dataset;
  const base = "https://w3id.org/geneva-graph/";
  const vocabulary = fetch(words.vocabulary).then((response) => response.json());
  vocabulary.catch(() => {}); // Without it the editor completes nothing; it still asks.

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  // Completion: prefixes, variables, terms after "gg:", things after "<".
  const before = (yasqe) => {
    const cursor = yasqe.getDoc().getCursor();
    return yasqe.getDoc().getLine(cursor.line).slice(0, cursor.ch);
  };
  const hint = (text, name, more, from) => ({
    text,
    ...(from === undefined ? {} : { from }),
    render: (item) => {
      item.append(element("strong", "", name), element("span", "", more));
      item.title = more;
    },
  });
  const prefixed = /(?:^|[\s(^|\/!{;,.])([A-Za-z][\w-]*):([\w-]*)$/;

  async function terms(yasqe) {
    const [, prefix, typed] = before(yasqe).match(prefixed);
    const known = await vocabulary;
    const namespace = yasqe.getPrefixesFromQuery()[prefix] ?? known.prefixes[prefix];
    const wanted = typed.toLowerCase();
    const ofClass = /(?:\ba|rdf:type|rdfs:domain|rdfs:range|rdfs:subClassOf)\s+\S*$/.test(before(yasqe));
    const rank = (term) =>
      (term.local.toLowerCase().startsWith(wanted) ? 0 : 2) + ((term.type === "class") === ofClass ? 0 : 1);
    return known.terms
      .filter((term) => namespace && term.iri.startsWith(namespace))
      .map((term) => ({ ...term, local: term.iri.slice(namespace.length) }))
      .filter((term) => term.local.toLowerCase().includes(wanted) || term.label.toLowerCase().includes(wanted))
      .sort((one, other) => rank(one) - rank(other) || one.local.localeCompare(other.local))
      .map((term) => hint(`${prefix}:${term.local}`, `${prefix}:${term.local}`, term.definition || term.label));
  }

  const angle = /(?:^|[^<\w?])<([^<>"{}|^`\\\s]*)$/;
  let latest = 0;

  async function things(yasqe) {
    const [, typed] = before(yasqe).match(angle);
    const name = typed.replace(base, "").replace(/^id\//, "").replace(/^[a-z-]+\//, "").replaceAll("-", " ");
    const mine = ++latest;
    await new Promise((resolve) => setTimeout(resolve, 150));
    if (name.trim().length < 2 || mine !== latest) return [];
    const found = await fetch(`${words.search}?q=${encodeURIComponent(name)}&limit=12`, { headers: { Accept: "application/json" } });
    if (!found.ok) return [];
    const cursor = yasqe.getDoc().getCursor();
    const from = { line: cursor.line, ch: cursor.ch - typed.length - 1 };
    return (await found.json()).results.map((thing) => hint(`<${thing.iri}>`, thing.label, thing.kind, from));
  }

  // YASGUI makes hints of strings only; ours go in by its last step, which may replace them.
  function completer(name, pattern, find) {
    let hints = [];
    Yasqe.registerAutocompleter({
      name,
      autoShow: true,
      bulk: false,
      isValidCompletionPosition: (yasqe) => pattern.test(before(yasqe)) && !/^\s*(PREFIX|BASE|#)/i.test(before(yasqe)),
      get: async (yasqe) => {
        hints = pattern.test(before(yasqe)) ? await find(yasqe) : [];
        return [];
      },
      postprocessHints: () => hints,
    }, false);
  }
  completer("terms", prefixed, terms);
  completer("things", angle, things);
  Object.assign(Yasqe.Autocompleters.prefixes, {
    persistenceId: null,
    get: () => vocabulary.then(({ prefixes }) => Object.entries(prefixes).map(([prefix, iri]) => `${prefix}: <${iri}>`)),
  });
  Yasqe.defaults.autocompleters = ["prefixes", "variables", "terms", "things"];
  Yasqe.defaults.prefixCcApi = words.vocabulary;
  Yasqe.defaults.editorHeight = "24rem";
  Object.assign(Yasqe.defaults.extraKeys, { Tab: false, "Shift-Tab": false });

  // Answers: what this server tells about has its page here; texts that are lists of IRIs are links, too.
  const local = (iri) => (iri.startsWith(base) ? words.site + iri.slice(base.length) : iri);
  const short = (iri, prefixes) => {
    const found = Object.entries(prefixes ?? {}).find(([, namespace]) => iri.startsWith(namespace) && iri !== namespace);
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : `<${iri}>`;
  };
  const table = Yasr.plugins.table.prototype;
  table.getUriLinkFromBinding = ({ value }, prefixes) => {
    const link = element("a", "iri", short(value, prefixes));
    if (/^https?:/.test(value)) link.href = local(value);
    link.title = value;
    link.target = "_blank";
    link.rel = "noopener";
    return link.outerHTML;
  };
  const literal = table.formatLiteral;
  table.formatLiteral = function (binding, prefixes) {
    const parts = binding.value.split(" ");
    return parts.every((part) => part.startsWith(`${base}id/`))
      ? parts.map((value) => this.getUriLinkFromBinding({ value }, prefixes)).join(" ")
      : literal.call(this, binding, prefixes);
  };

  // Errors: the server sends a title, the cause and the fix, a line each.
  Yasr.defaults.errorRenderers = [
    async ({ text }) => {
      const told = document.createElement("div");
      told.setAttribute("role", "alert");
      told.className = "told";
      const [title, ...lines] = /abort/i.test(text) ? [words.stopped] : /fetch|network/i.test(text) ? [words.unreachable] : text.split("\n");
      told.append(element("strong", "", title), ...lines.map((line) => element("p", "", line)));
      const where = text.match(/line (\d+), column (\d+)/);
      if (where) {
        const button = element("button", "", words.line.replace("{0}", where[1]));
        button.type = "button";
        button.addEventListener("click", () => {
          const yasqe = yasgui.getTab().getYasqe();
          yasqe.setCursor({ line: where[1] - 1, ch: where[2] - 1 });
          yasqe.focus();
        });
        told.append(button);
      }
      return told;
    },
  ];

  // Tables show whole cells and plain texts until someone wants otherwise.
  const defaults = Yasgui.Tab.getDefaults;
  Yasgui.Tab.getDefaults = (of) => {
    const tab = defaults(of);
    tab.yasr.settings.pluginsConfig = { table: { compact: true, isEllipsed: false } };
    return tab;
  };
  Yasgui.Tab.prototype.getShareableLink = function () {
    return `${location.origin}${location.pathname}#query=${encodeURIComponent(this.getQuery())}`;
  };
  form.remove();
  const yasgui = new Yasgui(place, {
    persistenceId: "geneva-graph",
    tabName: words.new,
    populateFromUrl: false,
    autoAddOnInit: false,
    copyEndpointOnNewTab: false,
    autofocus: false,
    endpointCatalogueOptions: { getData: () => [] },
    requestConfig: {
      endpoint: `${location.origin}${words.endpoint}`,
      method: "POST",
      acceptHeaderSelect: "application/sparql-results+json,text/plain;q=0.5",
      acceptHeaderGraph: "text/turtle,text/plain;q=0.5",
    },
    yasqe: { value: `${words.prologue}\nSELECT * WHERE {\n  ?thing a gg:Organisation .\n}\nLIMIT 100` },
    yasr: { prefixes: { id: `${base}id/`, gg: `${base}ontology#` } },
  });
  // Tabs are kept without their answers: those would fill the browser's store, and be out of date.
  yasgui.persistentConfig.toStorage = function () {
    const kept = JSON.parse(JSON.stringify(this.persistedJson, (key, value) => (key === "response" ? undefined : value)));
    this.storage.set(this.storageId, kept, yasgui.config.persistencyExpire, () => {});
  };

  // What YASGUI leaves without a name, and a button that says in words what it does.
  const label = () => setTimeout(() => {
    place.querySelectorAll(".yasqe_queryButton:not(:has(.run))").forEach((button) => {
      const run = element("span", "run", words.run);
      run.lang = document.documentElement.lang;
      button.append(run);
    });
    place.querySelectorAll(".CodeMirror textarea").forEach((area) => area.setAttribute("aria-label", words.label));
    place.querySelectorAll(".tab input").forEach((input) => input.setAttribute("aria-label", words.tab));
  });
  yasgui.on("tabAdd", label);
  yasgui.on("tabSelect", label);

  function open(value, name) {
    const same = Object.values(yasgui._tabs).find((tab) => tab.getPersistedJson().yasqe.value.trim() === value.trim());
    if (same) {
      same.select();
    } else {
      yasgui.addTab(true, { yasqe: { value }, ...(name ? { name: yasgui.createTabName(name) } : {}) });
    }
  }
  function openFromHash() {
    const query = new URLSearchParams(location.hash.slice(1)).get("query");
    if (query !== null) {
      history.replaceState(null, "", location.pathname + location.search);
      open(query);
    }
  }
  openFromHash();
  const area = form.elements.namedItem("query");
  if (form.dataset.given === "true" || area.value !== area.defaultValue || !Object.keys(yasgui._tabs).length) {
    open(area.value, form.dataset.name);
  }
  addEventListener("hashchange", openFromHash);
  document.querySelector("form.examples").addEventListener("submit", (event) => {
    event.preventDefault();
    const name = event.target.elements.namedItem("example").value;
    vocabulary.then(
      ({ examples }) => open(examples.find((example) => example.name === name).query, name),
      () => event.target.submit());
  });
  label();
})();
