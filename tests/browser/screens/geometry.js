// What is really drawn on a page: texts over one another, cut ones, what is wider than its place.
// Gives a list of [kind, words, how much] that is empty where nothing is wrong.
(() => {
  const SLACK = 2
  const faults = []
  const tell = (kind, words, by = 0) => faults.push([kind, String(words).trim().slice(0, 70), Math.round(by)])
  const over = (element) => element.parentElement ?? (element.getRootNode().host || null)
  const style = (element) => getComputedStyle(element)
  const ours = (element) => {
    for (let at = element; at; at = over(at)) if (at.matches?.(".js-plotly-plot")) return false
    return true
  }

  function* everything(root) {
    for (const element of root.children ?? []) {
      yield element
      if (element.shadowRoot) yield* everything(element.shadowRoot)
      yield* everything(element)
    }
  }

  // The places that cut an element, from the inside to the window; and whether it can be seen at all.
  function around(element) {
    if (!element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true })) return null
    const whole = element.getBoundingClientRect()
    if (whole.right <= 0 || whole.bottom <= 0) return null
    const cuts = []
    let layer = "page"
    let absolute = false
    for (let at = element; at; at = over(at)) {
      const { overflowX, overflowY, position, clipPath } = style(at)
      if (clipPath.startsWith("inset(50%") || clipPath.startsWith("inset(100%")) return null
      const box = at.getBoundingClientRect()
      if (box.width <= 1 && box.height <= 1 && overflowX !== "visible") return null
      if (at !== element && !(absolute && position === "static") && overflowX !== "visible") {
        cuts.push([at, box, overflowX, overflowY])
      } else if (at === element && overflowX !== "visible") cuts.push([at, box, overflowX, overflowY])
      absolute = position === "absolute" || (absolute && position === "static")
      if (position === "fixed" || position === "sticky") layer = layer === "page" ? position : layer
      if (at.dataset?.testid === "stSidebar") layer = "sidebar"
      if (at.dataset?.testid === "stHeader") layer = "header"
      if (at.dataset?.reactAriaTopLayer) layer = "above"
    }
    return { cuts, layer }
  }

  const titled = (element) => {
    for (let at = element, up = 0; at && up < 4; at = over(at), up += 1) if (at.getAttribute?.("title")) return true
    return false
  }
  const scrolls = (way) => way === "auto" || way === "scroll"

  function cutOf(element, words, box, cuts) {
    let shown = { left: box.left, right: box.right, top: box.top, bottom: box.bottom }
    for (const [at, place, sideways, down] of cuts) {
      const wide = Math.max(shown.right - place.right, place.left - shown.left)
      const high = Math.max(shown.bottom - place.bottom, place.top - shown.top)
      if (wide > SLACK && !scrolls(sideways) && shown.right > place.left && shown.left < place.right) {
        const dots = style(at).textOverflow === "ellipsis"
        if (!dots) tell(/\d/.test(words) ? "digit cut" : "cut", words, wide)
        else if (!titled(at)) tell("ellipsis without a title", words, wide)
      }
      if (high > 6 && !scrolls(down) && shown.bottom > place.top + SLACK && shown.top < place.bottom - SLACK) {
        const clamp = style(at).webkitLineClamp !== "none" && style(at).webkitLineClamp !== ""
        if (!clamp || !titled(at)) tell("cut below", words, high)
      }
      shown = {
        left: Math.max(shown.left, place.left), right: Math.min(shown.right, place.right),
        top: Math.max(shown.top, place.top), bottom: Math.min(shown.bottom, place.bottom),
      }
      if (shown.right <= shown.left || shown.bottom <= shown.top) return null
    }
    return shown
  }

  const pen = document.createElement("canvas").getContext("2d")
  function fieldOf(element) {
    const seen = around(element)
    const box = element.getBoundingClientRect()
    if (!seen || box.width < 2) return
    const looks = style(element)
    pen.font = `${looks.fontWeight} ${looks.fontSize} ${looks.fontFamily}`
    const words = element.tagName === "SELECT" ? element.selectedOptions[0]?.textContent ?? ""
      : element.value || element.placeholder || ""
    const room = box.width - parseFloat(looks.paddingLeft) - parseFloat(looks.paddingRight)
      - (element.tagName === "SELECT" ? (looks.appearance === "none" ? 0 : 20) : 0)
    const by = pen.measureText(words).width - room
    if (by > SLACK && !titled(element)) {
      tell(looks.textOverflow === "ellipsis" ? "ellipsis without a title" : "field too narrow", words, by)
    }
  }

  const texts = []
  for (const element of everything(document.body)) {
    if (!ours(element)) continue
    if (/^(SCRIPT|STYLE|TITLE|NOSCRIPT)$/i.test(element.tagName)) continue
    if (element.dataset?.testid === "stIconMaterial") continue
    if ((element.tagName === "INPUT" && /^(text|search|)$/.test(element.type)) || element.tagName === "SELECT") {
      fieldOf(element)
      continue
    }
    if (/^(OPTION|TEXTAREA)$/.test(element.tagName) || element.closest?.("svg, .katex, [role=tooltip]")) continue
    const own = [...element.childNodes].filter((one) => one.nodeType === 3 && one.data.trim())
    if (!own.length) continue
    const seen = around(element)
    if (!seen) continue
    for (const node of own) {
      const range = document.createRange()
      range.selectNodeContents(node)
      const lines = [...range.getClientRects()].filter((line) => line.width > 1)
      if (!lines.length) continue
      const whole = range.getBoundingClientRect()
      if (!cutOf(element, node.data, whole, seen.cuts)) continue
      for (const line of lines) {
        let shown = { left: line.left, right: line.right, top: line.top, bottom: line.bottom }
        for (const [, place] of seen.cuts) {
          shown = { left: Math.max(shown.left, place.left), right: Math.min(shown.right, place.right),
                    top: Math.max(shown.top, place.top), bottom: Math.min(shown.bottom, place.bottom) }
        }
        if (shown.right - shown.left > 1 && shown.bottom - shown.top > 4) {
          texts.push({ element, words: node.data, layer: seen.layer, ...shown })
        }
      }
    }
  }

  texts.sort((one, other) => one.top - other.top)
  for (let at = 0; at < texts.length; at += 1) {
    const one = texts[at]
    for (let next = at + 1; next < texts.length && texts[next].top < one.bottom - 4; next += 1) {
      const other = texts[next]
      if (one.layer !== other.layer || one.element === other.element) continue
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (wide > SLACK && high > 5) tell("text over text", `${one.words.trim().slice(0, 30)} × ${other.words.trim()}`, wide)
    }
  }

  const main = document.querySelector("[data-testid=stMain]")
  for (const place of [document.documentElement, main]) {
    if (place && place.scrollWidth > place.clientWidth + 1) {
      tell("wider than the window", place.tagName, place.scrollWidth - place.clientWidth)
    }
  }
  for (const table of everything(document.body)) {
    if (!table.matches("table") || !ours(table) || !around(table)) continue
    const place = over(table)
    const box = table.getBoundingClientRect()
    if (box.right > innerWidth + 1 && !around(table).cuts.some(([, , way]) => scrolls(way))) tell("table beyond the window", table.innerText, box.right - innerWidth)
    else if (place && table.scrollWidth > place.clientWidth + 1) tell("table scrolls", table.caption?.innerText || table.innerText, table.scrollWidth - place.clientWidth)
  }
  const title = [...document.querySelectorAll("h1")].find((one) => around(one))
  if (title) {
    const box = title.getBoundingClientRect()
    if (box.bottom > innerHeight) tell("title not in view", title.innerText, box.bottom - innerHeight)
    tell("above the title", "px", box.top)
  } else tell("no title", "")
  const acts = [...everything(document.body)].filter((one) => one.matches("button[kind^=primary]") && around(one))
  const first = acts[0]?.getBoundingClientRect()
  if (!first) tell("no primary action", "")
  else if (first.bottom > innerHeight || first.left < 0 || first.right > innerWidth) tell("primary action not in view", acts[0].innerText, first.bottom - innerHeight)
  return faults
})()
