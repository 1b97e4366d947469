import LintText
import Testing

@testable import LintReporters

/// The texts that GitHub tests its own hashes with, and what it expects.
private let published: [(text: String, hashes: [String])] = [
  ("", ["c129715d7a2bc9a3:1"]),
  (
    " a\nb\n  \t\tc\n d",
    ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
  ),
  (
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
    [
      "8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
      "b86d3392aea1be30:1", "e6ceba753e1a442:1",
    ]
  ),
  (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", greetings),
  (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", greetings),
  (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", greetings),
  (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", greetings),
  (
    String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
    (1...6).map { "a7f2ff13bc495cf2:\($0)" } + [
      "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1",
      "c129715d7a2bc9a3:1",
    ]
  ),
  (
    "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n",
    [
      "e54938cc54b302f1:1", "bb609acbe9138d60:1", "1131fd5871777f34:1", "5c482a0f8b35ea28:1",
      "54517377da7028d2:1", "2c644846cb18d53e:1", "f1b89f20de0d133:1", "c129715d7a2bc9a3:1",
    ]
  ),
]

/// The same whether lines end with LF, CR or CR LF.
private let greetings = [
  "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
  "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
]

@Test(arguments: published)
func `Lines are hashed as GitHub hashes them`(text: String, hashes: [String]) {
  let all = Array(1...hashes.count)
  #expect(LineHasher.hashes(of: Array(text.utf8).span, at: all) == hashes)
  for line in all {
    #expect(LineHasher.hashes(of: Array(text.utf8).span, at: [line]) == [hashes[line - 1]])
  }
  #expect(LineHasher.hashes(of: Array(text.utf8).span, at: []) == [])
}

/// The hashes of all lines by the plainest of ways: each over the hundred units from its start on.
private func plainHashes(of bytes: [UInt8]) -> [String] {
  var units = Array(String(decoding: bytes, as: UTF8.self).utf16)
  units.append(0xFFFF)
  var lineStarts: [Int] = []
  var kept: [UInt64] = []
  var isAtStart = true
  for (index, unit) in units.enumerated() where unit != 0x20 && unit != 0x09 {
    if unit == 0x0A, index > 0, units[index - 1] == 0x0D { continue }
    if isAtStart { lineStarts.append(kept.count) }
    isAtStart = unit == 0x0A || unit == 0x0D
    kept.append(isAtStart ? 0x0A : UInt64(unit))
  }
  var counts: [UInt64: Int] = [:]
  return lineStarts.map { start in
    let window = (start..<start + 100).map { $0 < kept.count ? kept[$0] : 0 }
    let hash = window.reduce(0) { 37 &* $0 &+ $1 }
    counts[hash, default: 0] += 1
    return "\(String(hash, radix: 16)):\(counts[hash]!)"
  }
}

@Test(arguments: 0..<200)
func `Some lines have the hashes that they have among all`(seed: Int) {
  var random = SplitMix64(state: UInt64(seed))
  let pieces: [[UInt8]] = [
    [0x61], [0x62, 0x63], [0x20], [0x09], [0x0A], [0x0A, 0x0A], [0x0D], [0x0D, 0x0A], [0xC3, 0xA9],
    [0xE4, 0xB8, 0xAD], [0xF0, 0x9D, 0x84, 0x9E], [0xEF, 0xBB, 0xBF], [0xE4, 0xB8], [0xFF], [0x80],
    Array(
      "a line longer than the window of a hundred units, so that it ends before the line does".utf8),
  ]
  var bytes: [UInt8] = []
  for _ in 0..<Int.random(in: 0..<200, using: &random) {
    bytes += pieces.randomElement(using: &random) ?? []
  }
  let all = plainHashes(of: bytes)
  let lines = (1...all.count).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
  let found = LineHasher.hashes(of: bytes.span, at: lines)
  #expect(found == lines.map { all[$0 - 1] })
}
