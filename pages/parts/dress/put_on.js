// What a page puts on: it says Streamlit's own words in the language of the page: its texts, and what it tells a screen reader.
const SAID = ["aria-label", "title", "placeholder", "alt"]
const NEVER = "script, style, svg, canvas, .js-plotly-plot, [contenteditable]"
const OURS = "[data-testid='stMarkdownContainer'], [data-testid='stHtml'], [data-testid='stMultiSelectTagsContainer']"
const THEIRS = "[data-testid='stFileUploaderDropzone'], [data-testid='stTooltipContent']"
const HOLE = /\{\w+\}/

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

class Words {
  constructor() {
    this.observer = new MutationObserver((changes) => changes.forEach((change) => this.changed(change)))
    this.observer.observe(document.body, {
      subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SAID,
    })
  }

  learn(words) {
    const now = JSON.stringify(words)
    if (now === this.known) return
    this.known = now
    this.whole = new Map()
    this.holed = []
    for (const [place, said, ours] of words) {
      const entry = { place, ours }
      if (HOLE.test(said)) {
        const parts = said.split(new RegExp(HOLE, "g")).map(escaped)
        this.holed.push({ ...entry, shape: new RegExp(`^${parts.join("([^]+?)")}$`) })
      } else {
        this.whole.set(said, [...(this.whole.get(said) ?? []), entry])
      }
    }
    this.everything(document.body)
  }

  changed({ type, target, addedNodes, attributeName }) {
    if (type === "attributes") this.attribute(target, attributeName)
    else if (type === "characterData") this.text(target)
    else addedNodes.forEach((node) => this.everything(node))
  }

  everything(node) {
    if (node.nodeType === Node.TEXT_NODE) this.text(node)
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(NEVER)) return
    SAID.forEach((name) => this.attribute(node, name))
    node.childNodes.forEach((child) => this.everything(child))
  }

  text(node) {
    const element = node.parentElement
    if (!element || element.closest(NEVER) || (element.closest(OURS) && !element.closest(THEIRS))) return
    const ours = this.ours(node.nodeValue.trim(), element)
    if (ours !== undefined) node.nodeValue = ours
  }

  attribute(element, name) {
    if (!element.hasAttribute(name)) return
    const ours = this.ours(element.getAttribute(name).trim(), element)
    if (ours !== undefined) element.setAttribute(name, ours)
  }

  ours(said, element) {
    if (!said) return undefined
    const whole = this.whole.get(said)?.find((entry) => element.closest(entry.place))
    if (whole) return whole.ours
    for (const { place, ours, shape } of this.holed) {
      const filled = shape.exec(said)?.slice(1)
      if (filled && element.closest(place)) return ours.replace(new RegExp(HOLE, "g"), () => filled.shift())
    }
    return undefined
  }
}

// What Streamlit lays over the page lies outside of what it says its colours of: told here for all of it.
function scheme(page) {
  const app = document.querySelector(".stApp")
  if (!app) return
  const follow = () => { page.style.colorScheme = getComputedStyle(app).colorScheme }
  follow()
  if (page._schemeOf === app) return
  page._schemeOf = app
  new MutationObserver(follow).observe(app, { attributes: true, attributeFilter: ["class"] })
}

// A box for files has no kind of its own: where it is the first way, tools and readers hear that it is primary.
function first() {
  const button = document.querySelector(".st-key-first_way [data-testid='stFileUploaderDropzone'] button")
  button?.setAttribute("kind", "primary")
}

// A field that is too narrow for its words says them whole, to whoever points at it.
const pen = document.createElement("canvas").getContext("2d")
const FIELDS = "input[type='text'], input:not([type])"
const LET_BE = 200 // milliseconds after which nothing is drawn any more: a control answers before

class Whole {
  constructor() {
    this.observer = new MutationObserver(() => this.soon())
    this.observer.observe(document.body, {
      subtree: true, childList: true, attributes: true, attributeFilter: ["value", "placeholder"],
    })
    window.addEventListener("resize", () => this.soon())
    document.addEventListener("input", () => this.soon())
    this.soon()
  }

  soon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => document.querySelectorAll(FIELDS).forEach(told), LET_BE)
  }
}

function told(field) {
  if (field.title && !field.dataset.whole) return
  const words = field.value || field.placeholder
  const { fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(field)
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
  const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
  if (room > 0 && pen.measureText(words).width > room) {
    field.title = words
    field.dataset.whole = "told"
  } else if (field.dataset.whole) {
    field.removeAttribute("title")
    delete field.dataset.whole
  }
}

export default function (component) {
  const page = document.documentElement
  scheme(page)
  first()
  page._libraryWords = page._libraryWords ?? new Words() // goes on from page to page, so that nothing flickers
  page._libraryWords.learn(component.data.words)
  page._wholeWords = page._wholeWords ?? new Whole()
}
