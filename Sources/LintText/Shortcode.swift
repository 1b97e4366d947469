/// A tag of a template with arguments: `{{< figure src="a.png" caption="A hive" >}}`, `{% include a.md %}`.
package enum Shortcode {
  /// Whether two shortcodes differ in nothing but white space, the order of named arguments, arguments that hold
  /// words, which are translated, and such as the translation has besides.
  package static func saySame(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    if hasWithText(source, in: target) || areSameMacro(source, target) { return true }
    guard let opening = openings.first(where: { source.has($0, at: 0) }), target.has(opening, at: 0)
    else { return false }
    let start = opening.utf8CodeUnitCount
    let (rights, wrongs) = (arguments(source, from: start), arguments(target, from: start))
    guard rights.count <= most, wrongs.count <= most else { return false }
    var isTaken = [Bool](repeating: false, count: wrongs.count)
    var next = 0
    for right in rights {
      let argument = source.extracting(right)
      guard let equals = argument.firstIndex(of: 0x3D) else {
        // Those without a name are told apart by their order.
        while next < wrongs.count, isNamed(target.extracting(wrongs[next])) { next += 1 }
        guard next < wrongs.count else { return false }
        let other = target.extracting(wrongs[next])
        guard
          argument.elementsEqual(other)
            || !takesKey(source.extracting(rights[0])) && differInWords(argument, other)
        else { return false }
        isTaken[next] = true
        next += 1
        continue
      }
      let name = argument.extracting(..<(equals + 1))
      let place = wrongs.indices.first {
        !isTaken[$0] && begins(target.extracting(wrongs[$0]), with: name)
      }
      guard let place else {
        if holdsWords(ofName: argument.extracting(..<equals)) { continue }
        return false
      }
      isTaken[place] = true
      let other = target.extracting(wrongs[place])
      guard
        argument.elementsEqual(other) || differInWords(argument, other)
          || isOfLocale(argument.extracting((equals + 1)...), other.extracting((equals + 1)...))
      else { return false }
    }
    return wrongs.indices.allSatisfy { isTaken[$0] || isNamed(target.extracting(wrongs[$0])) }
  }

  /// Whether what a shortcode is given is a key of the site's own texts, `{{% heading "whatsnext" %}}` of Kubernetes:
  /// without one the site is not built.
  private static func takesKey(_ name: Span<UInt8>) -> Bool {
    name.elementsEqual("heading")
  }

  private static let openings: [StaticString] = ["{{<", "{{%", "{%"]
  /// Of the arguments that are compared.
  private static let most = 64

  /// Whether a text has a macro with an argument besides, which the page shows in place of what it would:
  /// `{{ref("Lid", "il coperchio")}}` for `{{ref("Lid")}}`.
  package static func hasWithText(_ macro: Span<UInt8>, in text: Span<UInt8>) -> Bool {
    guard macro.has("{{", at: 0), macro.count > 5, macro.has(")}}", at: macro.count - 3) else {
      return false
    }
    let call = macro.extracting(..<(macro.count - 3))
    guard let end = text.firstRange(of: call, from: 0)?.upperBound else { return false }
    return text.has(",", at: end)
  }

  /// Whether two macros have the same name, and one of them an argument with spaces: words.
  private static func areSameMacro(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    guard source.has("{{", at: 0), target.has("{{", at: 0), let open = source.firstIndex(of: 0x28),
      let other = target.firstIndex(of: 0x28)
    else { return false }
    return source.extracting(..<open).equalsIgnoringCase(target.extracting(..<other))
      && (source.firstIndex(of: 0x20) != nil || target.firstIndex(of: 0x20) != nil)
  }

  private static func begins(_ text: Span<UInt8>, with start: Span<UInt8>) -> Bool {
    text.count >= start.count && text.extracting(..<start.count).elementsEqual(start)
  }

  private static func isNamed(_ argument: Span<UInt8>) -> Bool {
    guard let equals = argument.firstIndex(of: 0x3D) else { return false }
    return equals > 0 && argument[0] != 0x22
  }

  /// Whether an address is another but for a locale before it: `"/docs/a"`, `"/de/docs/a"`.
  private static func isOfLocale(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    guard let start = source.firstIndex(of: 0x2F), start <= 1, target.count > source.count,
      target.extracting(..<start).elementsEqual(source.extracting(..<start)),
      target.extracting((start + target.count - source.count)...)
        .elementsEqual(source.extracting(start...))
    else { return false }
    let locale = target.extracting(start..<(start + target.count - source.count))
    return (3...6).contains(locale.count) && locale[0] == 0x2F
      && locale.extracting(1...).allSatisfy { $0.isLetter || $0 == 0x2D }
  }

  /// The name, and the arguments behind it, up to the signs that end it.
  private static func arguments(_ code: Span<UInt8>, from start: Int) -> [Range<Int>] {
    var end = code.count
    while end > start, code[end - 1] == 0x7D || code[end - 1] == 0x3E || code[end - 1] == 0x25 {
      end -= 1
    }
    let code = code.extracting(..<end)
    var arguments: [Range<Int>] = []
    var index = start
    while let argument = argument(code, from: index) {
      arguments.append(argument)
      index = argument.upperBound
    }
    return arguments
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
      // A tab's name is what readers see on it, where it has several words.
      !isName(ofName: source.extracting(0..<max(name - 1, 0)))
        || source.has("name=\"", at: 0) && source.firstIndex(of: 0x20) != nil
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
