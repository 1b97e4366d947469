import LintCore
import LintText

/// Front matter that is no YAML.
struct InvalidFrontMatter: DocumentRule {
  private static let invalid = Message("invalid", "the front matter can't be read: '{0}'")
  private static let duplicate = Message("duplicate", "the key '{0}' is there twice")

  let info = RuleInfo(
    id: "invalid-front-matter", family: "metadata",
    finds: "front matter that a YAML parser rejects, and a key that is there twice.",
    why: """
      The site's build stops at a page whose front matter it can't read, or drops all its metadata. \
      The usual causes are a quote that was translated away, a `: ` inside a title without quotes, \
      and tabs. Put the value between single quotes, and write a quote inside it twice.
      """,
    severity: .error, issueType: .nonConformance, messages: [invalid, duplicate],
    fails: [
      Example(
        "A colon in a title without quotes.",
        .file(
          """
          ---
          title: Pannello⟦: la guida⟧
          ms.contentlocale: it-IT
          ---
          {{pair:102}}

          """)),
      Example(
        "A key twice.",
        .file(
          """
          ---
          title: Pannello
          author: ada
          ⟦author⟧: bea
          ms.contentlocale: it-IT
          ---
          {{pair:102}}

          """)),
      Example(
        "A quote that nothing closes.",
        .file(
          """
          ---
          title: ⟦"Pannello⟧
          author: ada
          ms.contentlocale: it-IT
          ---
          {{pair:102}}

          """)),
      Example(
        "A quote that the next one behind some keys seems to close.",
        .file(
          """
          ---
          title: ⟦"Pannello⟧
          author: ada
          ms.contentlocale: it-IT
          ms.locfileid: "98"
          ---
          {{pair:102}}

          """)),
    ],
    passes: [
      Example(
        "Quotes, lists and colons as YAML has them.",
        .file(
          """
          ---
          title: 'Pannello: l''inizio'
          keywords:
          - sensore
          - "rete: lenta"
          {{keys}}
          ---
          {{pair:102}}

          """)),
      Example(
        "Front matter of a file that is not localized is nobody's.",
        .file("---\ntitle: a: b\n---\nTesto.\n")),
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let detail = document.markdown, let frontMatter = detail.frontMatter,
      frontMatter.isClosed, detail.isLocalized, !document.hasTranslatedFrontMatter
    else { return }
    if let problem = frontMatter.problem {
      report(problem.range, Self.invalid, problem.message)
    }
    // Keys are compared by their hashes first: to make a string of each would take longer than all
    // else here.
    let bytes = document.bytes.span
    let numbers = frontMatter.entries.map { Hash64(of: bytes.extracting($0.name.range)).value }
    let sorted = numbers.sorted()
    guard zip(sorted, sorted.dropFirst()).contains(where: ==) else { return }
    var firsts: [UInt64: ByteRange] = [:]
    for (entry, number) in zip(frontMatter.entries, numbers) {
      let key = document.text(entry.name)
      if let first = firsts[number], document.text(first) == key {
        report(key, Self.duplicate, key.string, related: Finding.Related(first, "first"))
      } else {
        firsts[number] = entry.name
      }
    }
  }
}
