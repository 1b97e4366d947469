package import LintCore
import LintReporters
import MarkdownPairs

/// The JSON Schema of `loclint.yml`, from which editors complete it.
package struct ConfigurationSchema {
  private let rules: [RuleInfo]

  package init(rules: [RuleInfo]) {
    self.rules = rules
  }

  /// As it stands in `editors/loclint.schema.json`.
  package var text: String {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("$schema", "http://json-schema.org/draft-07/schema#")
      json.member("title", Configuration.fileName)
      json.member("type", "object")
      json.member("additionalProperties", false)
      json.object("properties") { json in
        for key in ConfigurationKey.all {
          json.object(named: key.name) { json in
            json.member("description", key.about)
            describe(key.shape, &json)
          }
        }
      }
      json.object("definitions", definitions)
    }
    json.endLine()
    var output = Output()
    json.drain(to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private func describe(_ shape: ConfigurationKey.Shape, _ json: inout JSONWriter) {
    switch shape {
    case .texts: reference("texts", &json)
    case .ruleNames: reference("ruleNames", &json)
    case .severities: reference("severities", &json)
    case .text: json.member("type", "string")
    case .choice(let words): json.strings("enum", words)
    case .integer(let least, let most):
      json.member("type", "integer")
      json.member("minimum", least)
      if let most { json.member("maximum", most) }
    case .size:
      json.strings("type", ["integer", "string"])
      json.member("pattern", "^[0-9]+[KMkm]?$")
      json.member("minimum", 0)
    case .number(let most): number(upTo: most, &json)
    case .penalties:
      object(Severity.allCases.map(\.rawValue), &json) { number(upTo: 1000, &$0) }
    case .flag: json.member("type", "boolean")
    case .outputs: object(AllReporters.all.map(\.name), &json) { $0.member("type", "string") }
    case .ruleValues: settings(&json)
    case .overrides: overrides(&json)
    case .messageSyntax: messageSyntax(&json)
    case .sources: sources(&json)
    case .pins:
      json.member("type", "object")
      json.object("additionalProperties") {
        $0.strings("enum", SourcePin.Kind.allCases.map(\.rawValue))
      }
    }
  }

  private func number(upTo most: Int, _ json: inout JSONWriter) {
    json.member("type", "number")
    json.member("minimum", 0)
    json.member("maximum", most)
  }

  private func object(
    _ keys: [String], _ json: inout JSONWriter, _ value: (inout JSONWriter) -> Void
  ) {
    json.member("type", "object")
    json.member("additionalProperties", false)
    json.object("properties") { json in
      for key in keys { json.object(named: key) { value(&$0) } }
    }
  }

  private func overrides(_ json: inout JSONWriter) {
    json.member("type", "array")
    json.object("items") { json in
      json.member("type", "object")
      json.member("additionalProperties", false)
      json.strings("required", ["files"])
      json.object("properties") { json in
        json.object("files") { json in
          json.member("description", "Globs, as in exclude.")
          reference("texts", &json)
        }
        json.object("ignore") { reference("ruleNames", &$0) }
        json.object("severity") { reference("severities", &$0) }
      }
    }
  }

  private func messageSyntax(_ json: inout JSONWriter) {
    json.member("type", "array")
    json.object("items") { json in
      json.member("type", "object")
      json.member("additionalProperties", false)
      json.strings("required", ["files", "syntax"])
      json.object("properties") { json in
        json.object("files") { json in
          json.member("description", "Globs, as in exclude.")
          reference("texts", &json)
        }
        json.object("syntax") { $0.strings("enum", MessageSyntax.allCases.map(\.rawValue)) }
      }
    }
  }

  private func sources(_ json: inout JSONWriter) {
    json.member("type", "array")
    json.object("items") { json in
      json.member("type", "object")
      json.member("additionalProperties", false)
      json.strings("required", ["target", "source"])
      json.object("properties") { json in
        json.object("target") { json in
          json.member("description", "The path of a page, as in content/{locale}/{path}.")
          json.member("type", "string")
        }
        json.object("source") { json in
          json.member("description", "The path of its source, as in content/en/{path}.")
          json.member("type", "string")
        }
      }
    }
  }

  // Beside `$ref`, draft 7 reads nothing: `allOf` keeps the description.
  private func reference(_ name: String, _ json: inout JSONWriter) {
    json.array("allOf") { json in
      json.object { $0.member("$ref", "#/definitions/\(name)") }
    }
  }

  private func settings(_ json: inout JSONWriter) {
    json.member("type", "object")
    json.object("properties") { json in
      for rule in rules where !rule.settings.isEmpty {
        json.object(named: rule.id) { json in
          json.member("type", "object")
          json.member("additionalProperties", false)
          json.object("properties") { json in
            for setting in rule.settings {
              json.object(named: setting.name) { json in
                json.member("description", setting.about)
                switch setting.standard {
                case .words: reference("texts", &json)
                case .share:
                  json.member("type", "number")
                  json.member("minimum", 0)
                  json.member("maximum", 1)
                }
              }
            }
          }
        }
      }
    }
  }

  private func definitions(_ json: inout JSONWriter) {
    json.object("texts") { json in
      json.array("anyOf") { json in
        json.object { $0.member("type", "string") }
        json.object { json in
          json.member("type", "array")
          json.object("items") { $0.member("type", "string") }
        }
      }
    }
    json.object("ruleName") { json in
      json.array("anyOf") { json in
        json.object { $0.strings("enum", names) }
        // A team's own, packs, and names with a plus.
        json.object { $0.member("type", "string") }
      }
    }
    json.object("ruleNames") { json in
      json.array("anyOf") { json in
        json.object { $0.member("$ref", "#/definitions/ruleName") }
        json.object { json in
          json.member("type", "array")
          json.object("items") { $0.member("$ref", "#/definitions/ruleName") }
        }
      }
    }
    json.object("severities") { json in
      json.member("type", "object")
      json.object("properties") { json in
        for name in names {
          json.object(named: name) { $0.member("$ref", "#/definitions/severity") }
        }
      }
      json.object("additionalProperties") { $0.member("$ref", "#/definitions/severity") }
    }
    json.object("severity") { $0.strings("enum", Severity.allCases.map(\.rawValue)) }
  }

  private var names: [String] { Set(rules.map(\.family)).sorted() + rules.map(\.id) }
}
