/// A script that tables of languages name.
enum Script: String, CaseIterable, Sendable {
  case latin, greek, cyrillic, hebrew, arabic, thai, kana, hangul, han

  /// Its letters in the Basic Multilingual Plane, by the blocks of the Unicode Standard 15.
  var letters: [(first: Int, last: Int)] {
    switch self {
    case .latin:
      [(0x41, 0x5A), (0x61, 0x7A), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x24F), (0x1E00, 0x1EFF)]
    case .greek: [(0x370, 0x373), (0x386, 0x386), (0x388, 0x3FF), (0x1F00, 0x1FFF)]
    case .cyrillic: [(0x400, 0x52F)]
    case .hebrew: [(0x591, 0x5F4)]
    case .arabic: [(0x620, 0x65F), (0x66E, 0x6D3), (0x6D5, 0x6DC), (0x750, 0x77F)]
    case .thai: [(0xE01, 0xE3A), (0xE40, 0xE4E)]
    case .kana: [(0x3041, 0x3096), (0x30A1, 0x30FA), (0x30FC, 0x30FE)]
    case .hangul: [(0x1100, 0x11FF), (0xAC00, 0xD7A3)]
    case .han: [(0x3400, 0x4DBF), (0x4E00, 0x9FFF)]
    }
  }

  /// Whether words stand without spaces between them.
  var isUnspaced: Bool { self == .thai || self == .kana || self == .han }
}
