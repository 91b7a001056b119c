/* Search for members that forgives accents, scripts, old names, typos and word order, as the app's does (atlas/search.py):
 * the same names, folded by the same rules, and the same scores. A test compares the answers of both. */
(() => {
  "use strict";

  const EXACT = 100, PREFIX = 92, COUNTRY = 88, WORDS = 84, TYPO = 80, MIXED = 76, COUNTRY_PREFIX = 74, TWO_TYPOS = 70;
  const COUNTRY_TYPO = 60, PREFIX_TYPO = 56;
  const COMPLETENESS = 4, ALIAS_PENALTY = 2, ONE_TYPO_FROM = 4, TWO_TYPOS_FROM = 8, PREFIX_TYPO_FROM = 5, COUNTRY_PREFIX_FROM = 3;

  const { rules, names, aliases, iso3, order, countries } = window.atlasKit.data.search;
  const joiners = new Set(rules.joiners);

  /* ---- folding: case, accents and punctuation away, the script kept ---- */

  /* Upper case on the way: "ß" is "ss", and a Greek word may end in either sigma. Cherokee alone folds to capitals. */
  function caseless(text) {
    return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ")
      .replace(/\p{Script=Cherokee}/gu, (letter) => letter.toUpperCase());
  }

  function plain(letter) {
    const code = letter.codePointAt(0);
    if (joiners.has(letter) || rules.accents.some(([first, last]) => first <= code && code <= last)) return "";
    return /[\p{L}\p{N}\p{M}]/u.test(letter) ? rules.letters[letter] ?? letter : " ";
  }

  function fold(text) {
    const spread = caseless(caseless(text).normalize("NFKD")).normalize("NFKD");
    return [...spread].map(plain).join("").split(/\s+/u).filter(Boolean).join(" ").normalize("NFC");
  }

  /* ---- the names, one line each ---- */

  const lines = [];
  for (const [lists, penalty] of [[names, 0], [aliases, ALIAS_PENALTY]]) {
    lists.forEach((own, owner) => {
      for (const name of own) lines.push({ owner, penalty, words: ` ${name}`, tight: name.replaceAll(" ", "") });
    });
  }
  const documents = iso3.map((code) => (countries[code] ?? []).map((name) => ` ${name}`).join(""));
  for (const { owner, words } of lines) documents[owner] = words + documents[owner];

  function hasWords(line, wanted) {
    return wanted.split(" ").every((word) => line.includes(` ${word}`));
  }

  /* How many letters differ, a swap of neighbours being one; one more than `most` where it is more than that. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = null, last = Array.from({ length: other.length + 1 }, (_each, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const cost = one[i - 1] === other[j - 1] ? 0 : 1;
        next[j] = Math.min(last[j] + 1, next[j - 1] + 1, last[j - 1] + cost);
        if (before && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most && (!before || Math.min(...last) > most)) return most + 1;
      [before, last] = [last, next];
    }
    return last[other.length];
  }

  /* ---- scores ---- */

  const greatest = (scores) => scores.reduce((most, score) => Math.max(most, score), 0);

  function lineScores(wanted, sure) {
    const tight = wanted.replaceAll(" ", "");
    const scores = lines.map((line) => {
      if (line.tight === tight) return EXACT;
      if (line.tight.startsWith(tight)) return PREFIX + COMPLETENESS * tight.length / line.tight.length;
      return hasWords(line.words, wanted) ? WORDS : 0;
    });
    const best = greatest(scores);
    if (sure || best === EXACT) return scores;
    return scores.map((score, at) => Math.max(score, typoScore(tight, lines[at].tight, !best)));
  }

  function typoScore(tight, line, guess) {
    let score = guess && tight.length >= PREFIX_TYPO_FROM && distance(tight, line.slice(0, tight.length), 1) <= 1 ? PREFIX_TYPO : 0;
    if (tight.length < ONE_TYPO_FROM) return score;
    const allowed = tight.length >= TWO_TYPOS_FROM ? 2 : 1, far = distance(tight, line, allowed);
    if (far <= allowed) score = far <= 1 ? TYPO : TWO_TYPOS;
    return score;
  }

  function countryScore(wanted, name) {
    if (wanted === name) return COUNTRY;
    if (wanted.length >= COUNTRY_PREFIX_FROM && name.startsWith(wanted)) return COUNTRY_PREFIX;
    return wanted.length > ONE_TYPO_FROM && distance(wanted, name, 1) <= 1 ? COUNTRY_TYPO : 0;
  }

  /* Guesses only help where nothing is sure. */
  function floor(best) {
    if (best >= EXACT - ALIAS_PENALTY) return WORDS - ALIAS_PENALTY;
    return best >= MIXED - ALIAS_PENALTY ? TWO_TYPOS - ALIAS_PENALTY : PREFIX_TYPO - ALIAS_PENALTY;
  }

  /* The places of the members that fit a query best, at most `limit`. */
  function search(query, limit = 8) {
    const wanted = fold(query);
    if (!wanted) return [];
    const named = Object.fromEntries(Object.entries(countries).map(([code, all]) => [code, Math.max(0, ...all.map((name) => countryScore(wanted, name)))]));
    const scores = iso3.map((code, at) => Math.max(named[code] ?? 0, wanted.includes(" ") && hasWords(documents[at], wanted) ? MIXED : 0));
    const sure = Math.max(0, ...Object.values(named)) >= COUNTRY;
    lineScores(wanted, sure).forEach((score, at) => {
      const { owner, penalty } = lines[at];
      scores[owner] = Math.max(scores[owner], score - penalty);
    });
    const least = floor(greatest(scores));
    return scores.map((score, at) => ({ score, at })).filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || order[a.at] - order[b.at]).slice(0, limit).map(({ at }) => at);
  }

  /* ---- the field ---- */

  /* `open(place)` opens the card of a member. */
  function start(open) {
    const { counted, data, filled, make } = window.atlasKit;
    const [field, list, said] = ["search", "matches", "matched"].map((id) => document.getElementById(id));
    const words = data.words.search;
    let found = [], at = -1;

    function show() {
      found = search(field.value);
      at = -1;
      const asked = field.value.trim();
      list.replaceChildren(...found.map((place, number) => make("li", { id: `match-${number}`, aria: { role: "option", selected: "false" } },
        filled(words.match, { city: data.list.rows[place][0], country: data.list.rows[place][1] }))));
      if (asked && !found.length) list.append(make("li", { className: "none", aria: { role: "option", disabled: "true", selected: "false" } }, filled(words.none, { query: asked })));
      said.textContent = asked && found.length ? counted(words.found, found.length) : list.textContent;
      reveal(Boolean(asked));
    }

    function reveal(open) {
      list.hidden = !open;
      field.setAttribute("aria-expanded", String(open));
      if (!open) field.removeAttribute("aria-activedescendant");
    }

    function mark(next) {
      if (!found.length) return;
      at = (next + found.length) % found.length;
      [...list.children].forEach((each, number) => each.setAttribute("aria-selected", String(number === at)));
      field.setAttribute("aria-activedescendant", `match-${at}`);
      list.children[at].scrollIntoView({ block: "nearest" });
    }

    function take(number) {
      if (!found.length) return;
      const place = found[Math.max(number, 0)];
      field.value = "";
      found = [];
      reveal(false);
      open(place);
    }

    field.addEventListener("input", show);
    field.addEventListener("focus", () => { if (field.value) show(); });
    field.addEventListener("blur", () => reveal(false));
    field.addEventListener("keydown", (event) => {
      const does = { ArrowDown: () => mark(at + 1), ArrowUp: () => mark(at - 1), Enter: () => take(at), Escape: () => { field.value = ""; show(); } }[event.key];
      if (!does || (event.key === "Escape" && !field.value)) return;
      event.preventDefault();
      event.stopPropagation();
      does();
    });
    list.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the field keeps the focus until the press is over
      const option = event.target.closest("[id^=match-]");
      if (option) take([...list.children].indexOf(option));
    });
  }

  window.atlasKit.search = { fold, search, start };
})();
