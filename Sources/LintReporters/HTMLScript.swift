/// What a page does besides standing there: it filters.
enum HTMLScript {
  /// What is to be shown is worked out first and then written, and only where it changes, so that
  /// the browser lays the page out once. The choice is kept in the address, which can be passed on.
  static let text = #"""

    "use strict";
    (() => {
      const form = document.getElementById("filters");
      if (!form) return;
      const count = document.getElementById("count");
      const fields = form.elements;
      const boxes = [...form.querySelectorAll("input[type=checkbox]")];
      const families = new Map();
      for (const group of form.querySelectorAll("optgroup")) {
        const [all, ...rules] = [...group.children].map((option) => option.value);
        families.set(all, new Set(rules));
      }
      const entry = (element, parts) => ({ element, parts, shown: true });
      const locales = [...document.querySelectorAll("section.locale")].map((locale) =>
        entry(locale, [...locale.querySelectorAll("section.file")].map((file) =>
          entry(file, [...file.querySelectorAll("li.finding")].map((finding) => entry(finding))))));
      // The last item of a file may stand for many.
      const countOf = (finding) => Number(finding.element.dataset.count ?? 1);
      const total = locales.flatMap((locale) => locale.parts).flatMap((file) => file.parts)
        .reduce((sum, finding) => sum + countOf(finding), 0);
      const folded = (text) => text.normalize("NFC").toLowerCase();
      // Read once, when somebody looks for text.
      const textOf = (finding, path) =>
        finding.text ??= folded(path + " " + finding.element.textContent);
      const numeral = (number) => number.toLocaleString("en");

      let pending = 0;
      const apply = () => {
        pending = 0;
        const name = fields.locale.value;
        const rule = fields.rule.value;
        const rules = rule === "" ? null : families.get(rule) ?? new Set([rule]);
        const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
        const words = folded(fields.text.value).split(/\s+/).filter(Boolean);
        const changes = [];
        const show = (item, shown) => {
          if (item.shown !== shown) changes.push(item);
          item.shown = shown;
          return shown;
        };
        let found = 0;
        for (const locale of locales) {
          const isChosen = name === "" || (locale.element.dataset.locale || "-") === name;
          let hasFile = false;
          for (const file of locale.parts) {
            let hasFinding = false;
            for (const finding of isChosen ? file.parts : []) {
              const data = finding.element.dataset;
              const fits = severities.has(data.severity) && (!rules || rules.has(data.rule)) &&
                words.every((word) => textOf(finding, file.element.dataset.path).includes(word));
              if (show(finding, fits)) {
                hasFinding = true;
                found += countOf(finding);
              }
            }
            if (show(file, hasFinding)) hasFile = true;
          }
          show(locale, hasFile);
        }
        for (const item of changes) item.element.hidden = !item.shown;
        count.textContent = found === total
          ? `${numeral(total)} finding${total === 1 ? "" : "s"}`
          : `${numeral(found)} of ${numeral(total)} findings`;
      };

      const keep = () => {
        const choice = new URLSearchParams();
        for (const key of ["locale", "rule", "text"]) {
          if (fields[key].value) choice.set(key, fields[key].value);
        }
        const checked = boxes.filter((box) => box.checked);
        if (checked.length < boxes.length) {
          choice.set("severity", checked.map((box) => box.value).join(" "));
        }
        try {
          history.replaceState(null, "", "#" + choice);
        } catch {
          // Some viewers give a page no address.
        }
      };
      const take = () => {
        const hash = location.hash.slice(1);
        if (!hash.includes("=")) {
          // A link to what the filters hide.
          const target = document.getElementById(decodeURIComponent(hash));
          if (!target?.closest("[hidden]")) return;
          form.reset();
          apply();
          target.scrollIntoView();
          return;
        }
        const choice = new URLSearchParams(hash);
        for (const key of ["locale", "rule", "text"]) fields[key].value = choice.get(key) ?? "";
        for (const key of ["locale", "rule"]) {
          if (fields[key].selectedIndex < 0) fields[key].selectedIndex = 0;
        }
        const checked = choice.get("severity")?.split(" ");
        for (const box of boxes) box.checked = !checked || checked.includes(box.value);
        apply();
      };
      const change = (wait) => {
        clearTimeout(pending);
        pending = setTimeout(() => {
          apply();
          keep();
        }, wait);
      };

      // Not every way to choose from a list is an input.
      for (const kind of ["input", "change"]) {
        form.addEventListener(kind, (event) => change(event.target === fields.text ? 150 : 0));
      }
      form.addEventListener("reset", () => change(0));
      form.addEventListener("submit", (event) => event.preventDefault());
      addEventListener("hashchange", take);
      form.hidden = false;
      take();
    })();

    """#
}
