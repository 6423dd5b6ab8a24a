// The ballot on a phone: every tap counts at once here, and is sent after a short rest. "Saved" is said only of
// what the server acknowledged; what it did not is sent again until it does.
const REST = 600
const PATIENCE = 5000

export default function (component) {
  const { parentElement, setStateValue } = component
  const [data] = component.data
  const root = parentElement.querySelector(".ballot")
  const ballot = root._ballot ?? (root._ballot = begin(data))
  ballot.send = setStateValue
  document.documentElement.lang = data.lang
  remember(data)
  hear(ballot, data)
  if (ballot.shape !== shape(data)) build(root, ballot, data)
  show(root, ballot)
  if (!settled(ballot) && !ballot.timer) later(root, ballot, ballot.sent < ballot.number ? REST : PATIENCE)
  const turn = (ballot.turn = (ballot.turn ?? 0) + 1) // one that lets go late ends nothing that began since
  return () => ballot.turn === turn && wait(ballot)
}

function begin(data) {
  return { mine: { ...data.saved }, number: data.acknowledged, sent: data.acknowledged, timer: undefined }
}

// A second scan of the QR code on the same phone finds the ballot that it has.
function remember(data) {
  document.cookie = `cx_ballot=${data.token}; path=/; max-age=86400; samesite=strict`
}

function hear(ballot, data) {
  ballot.data = data
  ballot.refused = data.refused
  ballot.acknowledged = data.acknowledged
  if (settled(ballot)) {
    wait(ballot)
    ballot.number = ballot.sent = data.acknowledged
    ballot.mine = { ...data.saved }
  }
}

// What is on its way counts: a vote that is taken back meanwhile is not what the server will have.
function settled(ballot) {
  if (ballot.number <= ballot.acknowledged) return true
  return ballot.sent <= ballot.acknowledged && same(ballot.mine, ballot.data.saved)
}

function same(one, other) {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => (one[key] ?? 0) === (other[key] ?? 0))
}

function shape(data) {
  return JSON.stringify([data.items, data.points, data.labels, data.words])
}

function choose(root, ballot, id, given) {
  ballot.mine = { ...ballot.mine, [id]: given }
  if (!given) delete ballot.mine[id]
  ballot.refused = ""
  ballot.number = Math.max(ballot.number, ballot.sent) + 1
  show(root, ballot)
  later(root, ballot, REST)
}

function wait(ballot) {
  clearTimeout(ballot.timer)
  ballot.timer = undefined
}

function later(root, ballot, rest) {
  wait(ballot)
  ballot.timer = setTimeout(() => send(root, ballot), rest)
}

function send(root, ballot) {
  wait(ballot)
  if (settled(ballot)) return
  if (ballot.number === ballot.sent) ballot.number += 1
  ballot.late = ballot.sent > ballot.acknowledged
  ballot.sent = ballot.number
  ballot.send("cast", { number: ballot.number, choices: ballot.mine })
  later(root, ballot, PATIENCE)
  show(root, ballot)
}

function build(root, ballot, data) {
  ballot.shape = shape(data)
  root.replaceChildren(
    part("div", "state", [part("strong", "left"), part("span", "saved")]),
    ...(data.words.ends ? [part("p", "ends", [], data.words.ends)] : []),
    part("ul", "rows", data.items.map(([id, name]) => row(root, ballot, data, id, name))),
    part("p", "note", [], data.words.note),
  )
  root.querySelector(".saved").setAttribute("role", "status")
}

function row(root, ballot, data, id, name) {
  const label = part("span", "name", [], name)
  const ways = data.slide ? line : data.points === null ? ratings : steps
  const buttons = ways(root, ballot, data, id, name)
  const made = part("li", data.points === null ? "row rated" : "row", [label, buttons])
  made.dataset.id = id
  return made
}

function ratings(root, ballot, data, id, name) {
  const group = part("div", "scale")
  group.setAttribute("role", "group")
  group.setAttribute("aria-label", name)
  for (let given = data.least; given <= data.most; given += 1) {
    const label = data.labels[given - data.least]
    const words = data.words.give.replace("{given}", label).replace("{name}", () => name)
    const press = () => choose(root, ballot, id, ballot.mine[id] === given ? 0 : given)
    group.append(button(label, words, press))
  }
  group.style.gridTemplateColumns = `repeat(${group.children.length}, 1fr)`
  return group
}

// Many answers lie on a line. Nothing is guessed before a person touches it, and the knob stands nowhere till then.
function line(root, ballot, data, id, name) {
  const named = (words) => words.replace("{name}", () => name)
  const middle = Math.ceil(data.most / 2)
  const slide = part("input", "slide")
  slide.type = "range"
  slide.min = data.least
  slide.max = data.most
  slide.setAttribute("aria-label", named(data.words.set))
  const take = () => ballot.mine[id] !== Number(slide.value) && choose(root, ballot, id, Number(slide.value))
  slide.oninput = take
  slide.onchange = take
  slide.onclick = take
  const move = (by) => () => {
    const given = ballot.mine[id]
    choose(root, ballot, id, given ? Math.min(data.most, Math.max(data.least, given + by)) : middle)
  }
  return part("div", "line", [
    button("−", named(data.words.lower), move(-1)),
    slide,
    button("+", named(data.words.higher), move(1)),
    part("output", "given"),
    button("×", named(data.words.clear), () => choose(root, ballot, id, 0)),
  ])
}

function steps(root, ballot, data, id, name) {
  const given = () => ballot.mine[id] ?? 0
  const less = data.words.less.replace("{name}", () => name)
  const more = data.words.more.replace("{name}", () => name)
  return part("div", "steps", [
    button("−", less, () => given() > 0 && choose(root, ballot, id, given() - 1)),
    part("output", "given"),
    button("+", more, () => left(ballot) > 0 && choose(root, ballot, id, given() + 1)),
  ])
}

function left(ballot) {
  return ballot.data.points - Object.values(ballot.mine).reduce((sum, given) => sum + given, 0)
}

function show(root, ballot) {
  const { data, mine } = ballot
  for (const one of root.querySelectorAll(".row")) {
    const given = mine[one.dataset.id] ?? 0
    one.classList.toggle("chosen", given > 0)
    if (data.slide) {
      slid(one, data, given)
    } else if (data.points === null) {
      one.querySelectorAll("button").forEach((press, place) => {
        press.setAttribute("aria-pressed", String(place + data.least === given))
      })
    } else {
      const [less, more] = one.querySelectorAll("button")
      one.querySelector(".given").textContent = given
      less.disabled = given === 0
      more.disabled = left(ballot) === 0
    }
  }
  root.querySelector(".left").textContent = progress(ballot)
  const [kind, words] = state(ballot)
  const saved = root.querySelector(".saved")
  if (saved.textContent !== words) saved.textContent = words
  saved.className = `saved ${kind}`
}

function slid(one, data, given) {
  const slide = one.querySelector(".slide")
  const words = given ? data.labels[given - data.least] : data.words.unset
  slide.classList.toggle("unset", !given)
  slide.value = given || Math.ceil(data.most / 2)
  slide.style.setProperty("--part", given ? (given - data.least) / (data.most - data.least) : 0)
  slide.setAttribute("aria-valuetext", words)
  one.querySelector(".given").textContent = words
  one.querySelector(".line > button:last-child").hidden = !given
}

function progress(ballot) {
  const { data, mine } = ballot
  return data.points === null ? data.words.rated[Object.keys(mine).length] : data.words.left[left(ballot)]
}

function state(ballot) {
  const { words } = ballot.data
  if (ballot.refused) return ["bad", ballot.refused]
  if (!settled(ballot)) return ballot.late ? ["bad", words.waiting] : ["busy", words.saving]
  return Object.keys(ballot.data.saved).length ? ["good", words.saved] : ["none", words.nothing]
}

function button(content, words, press) {
  const made = part("button", "", [], content)
  made.type = "button"
  made.setAttribute("aria-label", words)
  made.onclick = press
  return made
}

function part(tag, name, children = [], content = "") {
  const made = document.createElement(tag)
  if (name) made.className = name
  if (content) made.textContent = content
  made.append(...children)
  return made
}
