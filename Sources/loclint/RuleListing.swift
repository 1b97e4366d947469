import LintCore
import LintReporters
import LintText
import LintWorkspace

/// Rules for programs: what `loclint rules` and `loclint explain` tell, as JSON.
/// `editors/loclint.rules.schema.json` describes it.
struct RuleListing {
  enum Format: String, CaseIterable {
    case text, json
  }

  /// `--format` of these commands.
  static let option = Option(
    .format, "f", .choice("FORMAT", of: { Format.allCases.map(\.rawValue) }),
    standard: Format.text.rawValue,
    "How to write it, json for programs; editors/loclint.rules.schema.json describes that")

  /// Goes up when a member changes its meaning, not when one is added.
  static let schema = "loclint.rules/1"

  let infos: [RuleInfo]
  /// Where people read about rules.
  let pages: RulePages?
  /// Whether why, settings and examples are to be told, too.
  let hasDetails: Bool

  var text: String {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("schema", Self.schema)
      json.member("version", Product.version)
      json.array("rules") { json in
        for info in infos { write(info, to: &json) }
      }
    }
    json.endLine()
    var output = Output()
    json.drain(to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private func write(_ info: RuleInfo, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", info.id)
      json.member("family", info.family)
      json.member("finds", info.finds)
      json.member("severity", info.severity.rawValue)
      // One that has to be selected has none.
      if let profile = info.profile { json.member("profile", profile.rawValue) }
      let others = RuleFeature.allCases.filter { info.profiles[$0] != nil }
      if !others.isEmpty {
        json.object("profilesWith") { json in
          for feature in others {
            json.member(named: feature.option, info.profiles[feature]!.rawValue)
          }
        }
      }
      if let fixable = info.fixable { json.member("fixable", fixable.rawValue) }
      json.member("itsType", info.issueType.rawValue)
      if let page = pages?.address(of: info.id) { json.member("page", page) }
      if hasDetails { writeDetails(of: info, to: &json) }
    }
  }

  private func writeDetails(of info: RuleInfo, to json: inout JSONWriter) {
    json.member("why", info.why)
    if let precision = info.precision { json.member("precision", precision) }
    json.array("messages") { json in
      for message in info.messages {
        json.object { json in
          json.member("id", message.id)
          json.member("template", message.template)
        }
      }
    }
    if !info.formerNames.isEmpty {
      json.object("formerNames") { json in
        json.strings("names", info.formerNames.names)
        json.member("until", info.formerNames.until)
      }
    }
    json.array("settings") { json in
      for setting in info.settings { write(setting, to: &json) }
    }
    let lists: [(StaticString, [Example])] = [("fails", info.fails), ("passes", info.passes)]
    for (key, examples) in lists {
      json.array(key) { json in
        for example in examples { write(example, to: &json) }
      }
    }
  }

  private func write(_ setting: RuleSetting, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", setting.name)
      json.member("about", setting.about)
      switch setting.standard {
      case .words(let words): json.strings("standard", words)
      case .share(let share): json.member("standard", share)
      }
    }
  }

  private func write(_ example: Example, to json: inout JSONWriter) {
    json.object { json in
      json.member("about", example.about)
      json.member("locale", example.locale)
      json.member("fileExtension", example.fileExtension)
      switch example.form {
      case .segment(let source, let target):
        json.member("source", source)
        json.member("target", target)
      case .pair(let source, let target, let latest):
        json.member("sourceFile", source)
        json.member("targetFile", target)
        if let latest { json.member("latestSourceFile", latest) }
      case .files(let files):
        json.array("files") { json in
          for file in files {
            json.object { json in
              json.member("locale", file.locale)
              json.member("name", file.name)
              json.member("file", file.text)
            }
          }
        }
      case .body(let text): json.member("body", text)
      case .file(let text): json.member("file", text)
      case .bytes(let bytes, let reported):
        json.member("bytes", Self.hexadecimal(bytes))
        json.array("reported") { json in
          for range in reported {
            json.object { json in
              json.member("start", range.lowerBound)
              json.member("end", range.upperBound)
            }
          }
        }
      }
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 0x10 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
