/// What a program printed about itself.
enum Answer {
  /// The numbers in `files 43 walking 0.0012`, by their names.
  static func figures(_ text: some StringProtocol) -> [String: Double] {
    let words = text.split(whereSeparator: \.isWhitespace)
    var figures: [String: Double] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      figures[String(words[index])] = Double(words[index + 1])
    }
    return figures
  }

  /// The first word that begins with a digit, as in `grep (GNU grep) 3.8`; empty when there is none.
  static func version(_ text: some StringProtocol) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.first { $0.first?.isWholeNumber == true }.map { String($0) } ?? ""
  }
}
