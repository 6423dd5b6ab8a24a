// Hides the entries of a list that do not hold the words that are typed, also when the list is drawn anew.
const NAMED = 20 // of those that the list does not draw
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

class Search {
  constructor(root) {
    this.input = root.querySelector("input")
    this.told = root.querySelector("output")
    this.further = root.querySelector("p")
    root.querySelector("span").className = "label"
    this.label = root.querySelector("span")
    this.input.oninput = () => this.sift()
    this.input.onkeydown = (event) => {
      event.stopPropagation()
      if (event.key === "Escape") { this.input.value = ""; this.sift() }
    }
  }

  take(data) {
    this.data = data
    this.label.textContent = data.words.label
    this.watch?.disconnect()
    this.watch = new MutationObserver(() => { if (this.input.value.trim()) this.sift() })
    const list = document.querySelector(data.place)
    if (list) this.watch.observe(list, { childList: true, subtree: true })
    this.sift()
  }

  end() {
    this.watch?.disconnect()
  }

  sift() {
    const sought = plain(this.input.value).split(/\s+/).filter(Boolean)
    const entries = [...document.querySelectorAll(`${this.data.place} :is(${this.data.entries})`)]
    let shown = 0
    for (const entry of entries) {
      const words = plain(entry.textContent)
      const fits = sought.every((word) => words.includes(word))
      entry.style.display = fits ? "" : "none"
      shown += fits
    }
    const { found, rest } = this.data.words
    const others = this.data.rest ?? []
    const further = sought.length ? others.filter((one) => sought.every((word) => plain(one).includes(word))) : []
    const count = [shown + further.length, entries.length + others.length]
    this.told.textContent = sought.length ? found.replace("{shown}", count[0]).replace("{n}", count[1]) : ""
    const names = further.slice(0, NAMED).join(" · ") + (further.length > NAMED ? " …" : "")
    this.further.textContent = further.length ? rest.replace("{names}", () => names) : ""
  }
}

export default function (component) {
  const { data, parentElement } = component
  const host = parentElement.host ?? parentElement
  host._search = host._search ?? new Search(parentElement)
  host._search.take(data)
  const turn = (host._turn = (host._turn ?? 0) + 1) // one that lets go late ends nothing that began since
  return () => host._turn === turn && host._search.end()
}
