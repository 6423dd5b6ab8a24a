// The tour of a first visit. The browser remembers from its first moment on that it was seen.
const SEEN = "cx_tour_seen"

const remembered = () => {
  try {
    const seen = localStorage.getItem(SEEN)
    localStorage.setItem(SEEN, "1")
    return seen !== null
  } catch {
    return true // what cannot be remembered would come back each time
  }
}
const made = (tag, name, words) => {
  const element = document.createElement(tag)
  element.className = name
  element.textContent = words
  return element
}

class Tour {
  constructor(root) {
    this.root = root
    this.at = remembered() ? -1 : 0
    this.pressed = (event) => { if (event.key === "Escape" && this.at >= 0) this.go(-1) }
  }

  begin(data) {
    this.data = data
    document.addEventListener("keydown", this.pressed)
    const at = this.box?.getRootNode().activeElement
    this.draw(at && this.box.contains(at) ? at.className : undefined) // who stands in it stays there
  }

  end() {
    document.removeEventListener("keydown", this.pressed)
    this.point()
  }

  go(to, focused) {
    this.at = to < this.data.steps.length ? to : -1
    this.draw(focused)
  }

  draw(focused) {
    this.box?.remove()
    const step = this.data.steps[this.at]
    this.point(step)
    if (!step) return
    const { words, steps } = this.data
    this.box = document.createElement("section")
    this.box.setAttribute("aria-label", words.label)
    const told = document.createElement("div")
    told.setAttribute("aria-live", "polite")
    told.append(made("p", "place", step.place), made("p", "title", step.title), made("p", "words", step.words))
    const ways = document.createElement("nav")
    ways.setAttribute("aria-label", words.label)
    if (this.at > 0) ways.append(this.button("back", this.at - 1))
    ways.append(this.button(this.at === steps.length - 1 ? "done" : "next", this.at + 1))
    if (this.at < steps.length - 1) ways.append(this.button("leave", -1))
    this.box.append(told, ways)
    this.box.onkeydown = (event) => this.stepped(event)
    this.root.append(this.box)
    if (focused) (this.box.querySelector(`.${focused}`) ?? this.box.querySelector("button")).focus()
  }

  stepped(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by || this.at + by < 0 || this.at + by >= this.data.steps.length) return
    event.preventDefault()
    this.go(this.at + by, by > 0 ? "next" : "back")
  }

  button(name, to) {
    const button = made("button", name, this.data.words[name])
    button.type = "button"
    button.onclick = () => this.go(to, name)
    return button
  }

  point(step) {
    if (this.pointed) this.pointed.style.outline = this.pointed.style.outlineOffset = ""
    this.pointed = step && document.querySelector(step.shows)
    if (!this.pointed) return
    this.pointed.style.outline = "3px solid light-dark(#005a8e, #7cc0ee)"
    this.pointed.style.outlineOffset = "3px"
  }
}

export default function (component) {
  const { data, parentElement } = component
  const host = parentElement.host ?? parentElement
  host._tour = host._tour ?? new Tour(parentElement)
  host._tour.begin(data)
  const turn = (host._turn = (host._turn ?? 0) + 1) // one that lets go late ends nothing that began since
  return () => host._turn === turn && host._tour.end()
}
