// What is wrong with the charts of a page, with its words, and with numbers in another language's notation.
// Gives a list of [kind, words, how much] that is empty where nothing is wrong.
((lang) => {
  const faults = []
  const tell = (kind, words, by = 0) => faults.push([kind, String(words).trim().slice(0, 90), Math.round(by)])
  const inside = (box, place) => box.left >= place.left - 2 && box.right <= place.right + 2 &&
    box.top >= place.top - 2 && box.bottom <= place.bottom + 2
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    if (!chart.checkVisibility()) continue
    const place = chart.getBoundingClientRect()
    const texts = [...chart.querySelectorAll("svg text")].flatMap((element) => {
      const shown = Number(getComputedStyle(element).opacity) > 0.05 && element.checkVisibility({ opacityProperty: true })
      if (!shown || !element.textContent.trim()) return []
      const lines = element.querySelector("tspan.line") ? [...element.querySelectorAll("tspan.line")] : [element]
      return lines.map((line) => [line.textContent.trim(), line.getBoundingClientRect(), element])
    }).filter(([words, box]) => words && box.width > 0)
    for (const [words, box] of texts) {
      if (!inside(box, place)) tell("text of a chart beyond it", words, Math.max(place.left - box.left, box.right - place.right, place.top - box.top, box.bottom - place.bottom))
      if (words.endsWith("…")) tell("text of a chart shortened", words)
    }
    texts.forEach(([words, box, element], at) => {
      for (const [others, second, holder] of texts.slice(at + 1)) {
        if (holder === element) continue
        const wide = Math.min(box.right, second.right) - Math.max(box.left, second.left)
        const high = Math.min(box.bottom, second.bottom) - Math.max(box.top, second.top)
        if (wide > 2 && high > 5) tell("text over text in a chart", `${words} × ${others}`, wide)
      }
    })
    const space = place.right < innerWidth + 1 && place.left > -1
    if (!space) tell("chart beyond the window", chart.className, place.right - innerWidth)
    const held = chart.parentElement.getBoundingClientRect()
    if (held.width - place.width > 0.06 * held.width) tell("white beside a chart", "", held.width - place.width)
    const matrix = chart.closest("[class*=st-key-board], [class*=st-key-stage]")
    if (matrix && innerWidth > innerHeight && innerHeight >= 700 && document.querySelector("[data-testid=stMain]")?.scrollTop === 0 && place.bottom > innerHeight) {
      tell("picture below the fold", "", place.bottom - innerHeight)
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const english = /^(Upload|Browse files|Select all|No results|Running\.\.\.|Stop|Deploy|Rerun|Settings|Print|Loading\.\.\.|Connecting|Choose options?|Drag and drop.*|Limit .*|\d+MB per file.*|Press .* to .*|Show more|Close|No options to select.*)$/i
  const foreign = lang === "nl" ? /(?<![\d.,\-–/])\d+\.\d{1,2}(?![\d.,])/ : /(?<![\d.,\-–/])\d+,\d{1,2}(?![\d.,])/
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.data.trim()
    const owner = node.parentElement
    if (!words || !owner || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(owner.tagName) || !owner.checkVisibility() || owner.closest("[data-testid=stIconMaterial]")) continue
    if (lang === "nl" && english.test(words)) tell("English on a Dutch page", words)
    if (foreign.test(words) && !owner.closest("code, [data-raw]")) tell("another notation", words)
  }
  for (const owner of document.querySelectorAll("[aria-label]")) {
    const words = owner.getAttribute("aria-label")
    if (lang === "nl" && (english.test(words) || /^(Help for|Expand sidebar|Main menu|Increment|Decrement|Download as|Show\/hide|Clear|Open|Remove)\b/.test(words))) tell("English on a Dutch page (heard)", words)
  }
  if (document.querySelector("[data-testid=stException]")) tell("a traceback", document.querySelector("[data-testid=stException]").innerText)
  return faults
})
