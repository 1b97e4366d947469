/// A tag of a template with arguments: `{{< figure src="a.png" caption="A hive" >}}`, `{% include a.md %}`.
package enum Shortcode {
  /// Whether two shortcodes differ in nothing but arguments that hold words, which are translated.
  package static func saySame(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    guard source.has("{{<", at: 0) || source.has("{{%", at: 0) || source.has("{%", at: 0) else {
      return false
    }
    var (index, other) = (0, 0)
    while true {
      let (right, wrong) = (argument(source, from: index), argument(target, from: other))
      guard let right, let wrong else { return right == nil && wrong == nil }
      index = right.upperBound
      other = wrong.upperBound
      let (one, two) = (source.extracting(right), target.extracting(wrong))
      if !one.elementsEqual(two), !differInWords(one, two) { return false }
    }
  }

  /// What stands between white space; a quoted value may have spaces.
  private static func argument(_ code: Span<UInt8>, from start: Int) -> Range<Int>? {
    var lower = start
    while lower < code.count, code[lower].isSpace { lower += 1 }
    guard lower < code.count else { return nil }
    var upper = lower
    var isQuoted = false
    while upper < code.count, isQuoted || !code[upper].isSpace {
      if code[upper] == 0x22 { isQuoted.toggle() }
      upper += 1
    }
    return lower..<upper
  }

  /// Whether two arguments have the same name, and the value of the source's is words.
  private static func differInWords(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    let equals = source.firstIndex(of: 0x3D)
    let name = equals.map { $0 + 1 } ?? 0
    guard target.count >= name,
      source.extracting(0..<name).elementsEqual(target.extracting(0..<name)),
      !isName(ofName: source.extracting(0..<max(name - 1, 0)))
    else { return false }
    let value = source.extracting(name..<source.count)
    if holdsWords(ofName: source.extracting(0..<max(name - 1, 0))) { return true }
    // The reader's language in place of the source's; a `lang=Gradle` names no language of people.
    if name >= 5, source.has("lang=", at: name - 5), isEnglish(source, from: name) { return true }
    guard value.has("\"", at: 0) else { return false }
    return value.contains(where: \.isSpace)
      || !value.contains { $0.isDigit || "-_/.#".utf8.contains($0) }
  }

  /// Whether a value is `en`, or begins with it as a locale does.
  private static func isEnglish(_ argument: Span<UInt8>, from start: Int) -> Bool {
    let value = start + (argument.has("\"", at: start) ? 1 : 0)
    guard argument.has("en", at: value) || argument.has("EN", at: value) else { return false }
    return value + 2 == argument.count || !argument[value + 2].isLetterOrDigit
  }

  /// Whether an argument of this name is for readers, in quotes or not.
  private static func holdsWords(ofName name: Span<UInt8>) -> Bool {
    for word in ["title", "header", "caption", "alt", "label", "summary", "text"] as [StaticString]
    where name.count == word.utf8CodeUnitCount && name.has(word, at: 0) {
      return true
    }
    return false
  }

  /// Whether an argument of this name holds a name or an address.
  private static func isName(ofName name: Span<UInt8>) -> Bool {
    for end
      in [
        "id", "name", "src", "href", "url", "path", "file", "class", "ref", "color", "type",
        "style",
      ] as [StaticString]
    where name.count >= end.utf8CodeUnitCount
      && name.extracting(name.count - end.utf8CodeUnitCount..<name.count).equalsIgnoringCase(end)
    {
      return true
    }
    return false
  }
}
