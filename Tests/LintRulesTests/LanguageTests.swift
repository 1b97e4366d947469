import BuiltInRules
import LintCore
import LintText
import LintYAML
import SideBySide
import Testing

@testable import LintRules

/// Plain sentences about an invented hub for beehives, by language.
private let sentences: [String: [String]] = [
  "ar": ["افتح الغطاء ثم انتظر حتى يصبح المصباح أخضر.", "لا تغلق اللوحة قبل أن تحفظ الإعدادات."],
  "bg": [
    "Отворете капака и изчакайте, докато лампата е зелена.",
    "Ако сензорите не са свързани, проверете дали батерията е заредена.",
  ],
  "cs": [
    "Otevřete víko a počkejte, dokud se kontrolka nerozsvítí zeleně.",
    "Pokud nejsou senzory připojené, zkontrolujte, jestli je baterie nabitá.",
  ],
  "de": [
    "Öffnen Sie den Deckel und warten Sie, bis die Lampe grün leuchtet.",
    "Wenn die Sensoren nicht verbunden sind, prüfen Sie, ob der Akku geladen ist.",
  ],
  "el": [
    "Ανοίξτε το καπάκι και περιμένετε μέχρι να ανάψει η πράσινη λυχνία.",
    "Αν οι αισθητήρες δεν είναι συνδεδεμένοι, ελέγξτε την μπαταρία.",
  ],
  "en": [
    "Open the lid and wait until the lamp is green.",
    "If the sensors are not connected, see whether the battery has been charged.",
  ],
  "es": [
    "Abra la tapa y espere hasta que la lámpara esté en verde.",
    "Si los sensores no están conectados, compruebe que la batería está cargada.",
  ],
  "fr": [
    "Ouvrez le couvercle et attendez que la lampe soit verte.",
    "Si les capteurs ne sont pas connectés, vérifiez que la batterie est chargée.",
  ],
  "he": [
    "פתחו את המכסה והמתינו עד שהנורה תהיה ירוקה.", "אם החיישנים אינם מחוברים, בדקו את הסוללה.",
  ],
  "hu": [
    "Nyissa ki a fedelet, és várjon, amíg a lámpa zöld nem lesz.",
    "Ha az érzékelők nincsenek csatlakoztatva, ellenőrizze, hogy fel van-e töltve az akkumulátor.",
  ],
  "it": [
    "Aprire il coperchio e attendere finché la lampada non è verde.",
    "Se i sensori non sono connessi, verificare che la batteria sia carica.",
  ],
  "ja": ["ふたを開けて、ランプが緑色になるまで待ちます。", "センサーが接続されていない場合は、電池を確認してください。"],
  "ko": ["덮개를 열고 램프가 녹색이 될 때까지 기다립니다.", "센서가 연결되어 있지 않으면 배터리를 확인하세요."],
  "nl": [
    "Open het deksel en wacht tot de lamp groen is.",
    "Als de sensoren niet zijn verbonden, controleer dan of de batterij is opgeladen.",
  ],
  "pl": [
    "Otwórz pokrywę i poczekaj, aż lampka zaświeci się na zielono.",
    "Jeśli czujniki nie są połączone, sprawdź, czy bateria jest naładowana.",
  ],
  "pt": [
    "Abra a tampa e espere até que a lâmpada esteja verde.",
    "Se os sensores não estiverem conectados, verifique se a bateria está carregada.",
  ],
  "ru": [
    "Откройте крышку и подождите, пока лампа не станет зелёной.",
    "Если датчики не подключены, проверьте, заряжена ли батарея.",
  ],
  "sv": [
    "Öppna locket och vänta tills lampan är grön.",
    "Om sensorerna inte är anslutna kontrollerar du att batteriet är laddat.",
  ],
  "th": ["เปิดฝาแล้วรอจนกว่าไฟจะเป็นสีเขียว", "หากเซ็นเซอร์ไม่ได้เชื่อมต่อ ให้ตรวจสอบแบตเตอรี่"],
  "tr": [
    "Kapağı açın ve lamba yeşil olana kadar bekleyin.",
    "Sensörler bağlı değilse pilin dolu olup olmadığını kontrol etmek için bu ekranı kullanın.",
  ],
  "uk": [
    "Відкрийте кришку й зачекайте, доки лампа не стане зеленою.",
    "Якщо датчики не під'єднано, перевірте, чи заряджено батарею.",
  ],
  "zh-Hans": ["打开盖子，等待指示灯变为绿色。", "如果传感器没有连接，请检查电池是否还有电。"],
  "zh-Hant": ["打開蓋子，等待指示燈變為綠色。", "如果感應器沒有連線，請檢查電池是否還有電。"],
]

/// A language's file in `Rules/languages`.
private struct Table: CustomTestStringConvertible, Sendable {
  let path: String
  let contents: String

  static let all = BuiltInRules.files.filter { $0.path.hasPrefix("languages/") }
    .map { Table(path: $0.path, contents: $0.contents) }

  var testDescription: String { path }
}

@Suite struct LanguageTests {
  private static let languages = Languages()

  @Test(arguments: Table.all)
  private func `A table is whole`(_ table: Table) throws {
    let node = try YAMLNode(table.contents)
    let tag = try #require(node["language"]?.string)
    #expect(table.path == "languages/\(tag).yml")
    #expect(node["name"]?.string?.isEmpty == false)
    let scripts = try #require(node["scripts"]?.strings)
    #expect(!scripts.isEmpty)
    for script in scripts { #expect(Script(rawValue: script) != nil, "\(script)") }
    let words = (node["function-words"]?.string ?? "").split(separator: " ").map(String.init)
    #expect(
      words == words.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
    #expect(Set(words).count == words.count)
    for word in words { #expect(word == word.lowercased()) }
    let letters = (node["letters"]?.string ?? "").split(separator: " ").joined()
    #expect(Set(letters).count == letters.count)
    #expect(letters == letters.lowercased())
    // What is spelled with letters that others write too is told by words.
    if scripts == ["latin"] || scripts == ["cyrillic"] { #expect(words.count >= 80) }
  }

  @Test func `What the build makes of the tables is what they hold`() throws {
    var letters: [UInt32: UInt32] = [:]
    for group in BuiltInRules.letterGroups {
      for letter in group.letters.unicodeScalars { letters[letter.value] = group.languages }
    }
    for (index, (file, table)) in zip(Table.all, BuiltInRules.languages).enumerated() {
      let node = try YAMLNode(file.contents)
      #expect(table.tag == node["language"]?.string)
      #expect(table.name == node["name"]?.string)
      #expect(table.length == node["length"]?.string.flatMap { Int($0) })
      #expect(table.scripts == node["scripts"]?.strings?.joined(separator: " "))
      #expect(table.functionWords == node["function-words"]?.string ?? "")
      #expect(table.wordCount == table.functionWords.split(separator: " ").count)
      let own = letters.filter { $0.value & 1 << UInt32(index) != 0 }.keys
      let listed = (node["letters"]?.string ?? "").unicodeScalars.map(\.value).filter { $0 > 0x20 }
      #expect(Set(own) == Set(listed))
    }
    #expect(BuiltInRules.languages.count == Table.all.count)
  }

  @Test func `What the build makes of other tables is what they hold`() throws {
    func entries(_ path: String) throws -> [(key: YAMLNode, value: YAMLNode)] {
      let node = try YAMLNode(#require(BuiltInRules.contents(of: path)))
      guard case .mapping(let entries) = node.value else { return [] }
      return entries.map { ($0, $1) }
    }
    let letters = try entries("tables/letters.yml")
    #expect(letters.map(\.key.string) == BuiltInRules.letters.map(\.language))
    #expect(letters.map(\.value.string) == BuiltInRules.letters.map(\.letters))
    let numbers = try entries("tables/number-words.yml")
    #expect(numbers.map(\.key.string) == BuiltInRules.numberWords.map(\.language))
    for (numbers, words) in zip(numbers, BuiltInRules.numberWords) {
      guard case .mapping(let entries) = numbers.value.value else { continue }
      #expect(entries.map { $0.0.string } == words.words.map { String($0.number) })
      #expect(entries.map { $0.1.string } == words.words.map(\.beginnings))
    }
  }

  @Test func `Every table is read`() {
    #expect(Self.languages.tags == Table.all.map { String($0.path.dropFirst(10).dropLast(4)) })
    #expect(Set(Self.languages.tags) == Set(sentences.keys))
  }

  @Test(arguments: [
    ("it-CH", "it"), ("zh-CN", "zh-Hans"), ("zh-TW", "zh-Hant"), ("zh-Hant-MO", "zh-Hant"),
    ("zh-HK", "zh-Hant"), ("zh-Hans-HK", "zh-Hans"), ("PT-br", "pt"), ("cy-GB", nil),
  ])
  func `A locale has its language's table`(_ locale: String, _ tag: String?) {
    let found = Self.languages.index(of: LocaleTag(locale))
    #expect(found.map { Self.languages.tags[$0] } == tag)
  }

  @Test(arguments: sentences.keys.sorted())
  func `A language is told from each other`(_ page: String) throws {
    let rule = WrongLanguage(Self.languages)
    let locale = page.hasPrefix("zh") ? "\(page)-CN" : "\(page)-XX"
    for (language, texts) in sentences {
      for text in texts {
        let example = Example(
          "", locale: locale, .segment(source: "Look at the hub in the garden.", target: text))
        let file = try #require(ExamplePage(example))
        let document = SideBySideMarkdown().read(file.bytes, Page())
        let linter = Linter(formats: [], rules: [(rule, .warning)])
        let findings = linter.check(document)
        let names = findings.map { $0.arguments[0] }
        let index = try #require(Self.languages.tags.firstIndex(of: language))
        #expect(
          names == (language == page ? [] : [Self.languages.names[index]]), "\(language): \(text)")
      }
    }
  }

  @Test func `Words are runs of letters`() {
    let languages = Languages()
    let text = "Öffnen L\u{2019}été dell'arte x2y (Иль) 日本 «Ça» naïveté, iOS-Gerät 'a' q'"
    let bytes = Array(text.utf8)
    var words: [String] = []
    var index = 0
    while let word = languages.nextWord(bytes.span, &index) {
      words.append(String(decoding: bytes[word.range], as: UTF8.self))
    }
    #expect(
      words == [
        "Öffnen", "L\u{2019}", "été", "dell'", "arte", "x", "y", "Иль", "日", "本", "Ça",
        "naïveté", "iOS", "Gerät", "a", "q",
      ])
  }

  @Test(arguments: ["da", "donaudampfschiffe", "elektrizitaetswerk", "état", "нет", "l'", "qu'"])
  func `A word is the same in any case, and in any text`(_ word: String) throws {
    let letters = word.filter { $0 != "'" }
    let table = LanguageTable(
      tag: "xx", name: "", length: nil, scripts: "latin cyrillic", functionWords: "a \(letters) zz",
      wordCount: 3)
    let languages = Languages([table], letters: [])
    func isListed(_ text: String) throws -> Bool {
      var index = 0
      let bytes = Array(text.utf8)
      return try #require(languages.nextWord(bytes.span, &index)).functionOf == .init(0)
    }
    for text in [
      letters, letters.uppercased(), "… \(letters) of some more words", "1\(letters)”",
      "-\(letters)\u{2019}s",
    ] { #expect(try isListed(text), "\(text)") }
    #expect(try !isListed("\(letters)x"))
  }

  @Test func `Votes for one language are those of each word`() throws {
    let languages = Languages()
    let texts = sentences.values.flatMap { $0 }
    var random = SystemRandomNumberGenerator()
    for round in 0..<20_000 {
      var bytes = Array(texts.randomElement()!.utf8)
      if round % 4 == 1 { bytes += Array(texts.randomElement()!.utf8) }
      // Also what is no UTF-8.
      for _ in 0..<(round % 3 == 0 ? Int.random(in: 1...3) : 0) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      bytes.removeFirst(Int.random(in: 0..<bytes.count))
      bytes.removeLast(Int.random(in: 0..<bytes.count))
      let language = Int.random(in: languages.tags.indices)
      guard let own = OwnVotes(bytes.span, language: language, languages) else { continue }
      let votes = LanguageVotes(each: bytes.span, language: language, languages)
      if own.count != votes.own || own.isSuspect != votes.isSuspect || votes.others != 0 {
        Issue.record("\(languages.tags[language]): \(bytes)")
      }
    }
  }
}
