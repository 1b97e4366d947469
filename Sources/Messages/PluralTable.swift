// Written by Scripts/write-plural-rules from Babel 2.19.0; not to be edited.

/// CLDR's plural rules for whole numbers ("Language Plural Rules", UTS 35 part 3).
enum PluralTable {
  struct Row: Sendable {
    /// With a space at both ends of each.
    let languages: String
    /// All categories, also those of fractions alone.
    let categories: PluralCategories
    /// The category of a number `n`, in the order of their names.
    let expression: String
  }

  /// Of CLDR.
  static let version = "49"

  /// Of numbers that count.
  static let cardinals: [Row] = [
    Row(
      languages: """
         bm bo dz hnj id ig ii ja jbo jv kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi \
        wo yo yue zh\u{20}
        """,
      categories: [.other],
      expression: "5"),
    Row(
      languages: " ak bho csw ln mg nso pa ti wa ",
      categories: [.one, .other],
      expression: "n<=1?1:5"),
    Row(
      languages: """
         af an asa ast az bal bem bez bg brx ce cgg chr ckb da de dv ee el en eo et eu fi fo fur fy \
        gsw ha haw hu ia ie io jgo jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas mgo ml mn \
        mr nb nd ne nl nn nnh no nr ny nyn om or os pap ps rm rof rwk saq sc sd sdh seh sn so sq \
        ss ssy st sv sw syr ta te teo tig tk tn tr ts ug ur uz ve vo vun wae xh xog yi\u{20}
        """,
      categories: [.one, .other],
      expression: "n==1?1:5"),
    Row(
      languages: " am as bn doi fa gu hi kn kok pcm tg vi zu ",
      categories: [.one, .other],
      expression: "n==0||n==1?1:5"),
    Row(
      languages: " blo cv ksh ",
      categories: [.zero, .one, .other],
      expression: "n==0?0:n==1?1:5"),
    Row(
      languages: " he iu naq sat se sma smj smn sms ",
      categories: [.one, .two, .other],
      expression: "n==1?1:n==2?2:5"),
    Row(
      languages: " ff hy kab si ",
      categories: [.one, .other],
      expression: "(n==0||n==1)?1:5"),
    Row(
      languages: " cs sk ",
      categories: [.one, .few, .many, .other],
      expression: "n==1?1:n>=2&&n<=4?3:5"),
    Row(
      languages: " is mk ",
      categories: [.one, .other],
      expression: "n%10==1&&n%100!=11?1:5"),
    Row(
      languages: " tzm ",
      categories: [.one, .other],
      expression: "n<=1||n>=11&&n<=99?1:5"),
    Row(
      languages: " shi ",
      categories: [.one, .few, .other],
      expression: "n==0||n==1?1:n>=2&&n<=10?3:5"),
    Row(
      languages: " lag ",
      categories: [.zero, .one, .other],
      expression: "n==0?0:(n==0||n==1)&&n!=0?1:5"),
    Row(
      languages: " fr pt ",
      categories: [.one, .many, .other],
      expression: "n<=1?1:n!=0&&n%1000000==0?4:5"),
    Row(
      languages: " ca es gl it lld pt-PT scn vec ",
      categories: [.one, .many, .other],
      expression: "n==1?1:n!=0&&n%1000000==0?4:5"),
    Row(
      languages: " cy ",
      categories: [.zero, .one, .two, .few, .many, .other],
      expression: "n==0?0:n==1?1:n==2?2:n==3?3:n==6?4:5"),
    Row(
      languages: " ro ",
      categories: [.one, .few, .other],
      expression: "n==1?1:n==0||n!=1&&n%100>=1&&n%100<=19?3:5"),
    Row(
      languages: " ga ",
      categories: [.one, .two, .few, .many, .other],
      expression: "n==1?1:n==2?2:n>=3&&n<=6?3:n>=7&&n<=10?4:5"),
    Row(
      languages: " dsb hsb sl ",
      categories: [.one, .two, .few, .other],
      expression: "n%100==1?1:n%100==2?2:n%100>=3&&n%100<=4?3:5"),
    Row(
      languages: " ceb fil ",
      categories: [.one, .other],
      expression: "(n==1||n==2||n==3)||!(n%10==4||n%10==6||n%10==9)?1:5"),
    Row(
      languages: " lv prg ",
      categories: [.zero, .one, .other],
      expression: "n%10==0||n%100>=11&&n%100<=19?0:n%10==1&&n%100!=11?1:5"),
    Row(
      languages: " gd ",
      categories: [.one, .two, .few, .other],
      expression: "(n==1||n==11)?1:(n==2||n==12)?2:(n>=3&&n<=10||n>=13&&n<=19)?3:5"),
    Row(
      languages: " bs hr sr ",
      categories: [.one, .few, .other],
      expression: "n%10==1&&n%100!=11?1:n%10>=2&&n%10<=4&&!(n%100>=12&&n%100<=14)?3:5"),
    Row(
      languages: " mt ",
      categories: [.one, .two, .few, .many, .other],
      expression: "n==1?1:n==2?2:n==0||n%100>=3&&n%100<=10?3:n%100>=11&&n%100<=19?4:5"),
    Row(
      languages: " ar ",
      categories: [.zero, .one, .two, .few, .many, .other],
      expression: "n==0?0:n==1?1:n==2?2:n%100>=3&&n%100<=10?3:n%100>=11&&n%100<=99?4:5"),
    Row(
      languages: " gv ",
      categories: [.one, .two, .few, .many, .other],
      expression: """
        n%10==1?1:n%10==2?2:(n%100==0||n%100==20||n%100==40||n%100==60||n%100==80)?3:5
        """),
    Row(
      languages: " sgs ",
      categories: [.one, .two, .few, .many, .other],
      expression: """
        n%10==1&&n%100!=11?1:n==2?2:n!=2&&n%10>=2&&n%10<=9&&!(n%100>=11&&n%100<=19)?3:5
        """),
    Row(
      languages: " lt ",
      categories: [.one, .few, .many, .other],
      expression: """
        n%10==1&&!(n%100>=11&&n%100<=19)?1:n%10>=2&&n%10<=9&&!(n%100>=11&&n%100<=19)?3:5
        """),
    Row(
      languages: " pl ",
      categories: [.one, .few, .many, .other],
      expression: """
        n==1?1:n%10>=2&&n%10<=4&&!(n%100>=12&&n%100<=14)?3:n!=1&&n%10<=1||n%10>=5&&n%10<=9||\
        n%100>=12&&n%100<=14?4:5
        """),
    Row(
      languages: " be ru uk ",
      categories: [.one, .few, .many, .other],
      expression: """
        n%10==1&&n%100!=11?1:n%10>=2&&n%10<=4&&!(n%100>=12&&n%100<=14)?3:n%10==0||n%10>=5&&\
        n%10<=9||n%100>=11&&n%100<=14?4:5
        """),
    Row(
      languages: " br ",
      categories: [.one, .two, .few, .many, .other],
      expression: """
        n%10==1&&!(n%100==11||n%100==71||n%100==91)?1:n%10==2&&!(n%100==12||n%100==72||\
        n%100==92)?2:(n%10>=3&&n%10<=4||n%10==9)&&!(n%100>=10&&n%100<=19||n%100>=70&&\
        n%100<=79||n%100>=90&&n%100<=99)?3:n!=0&&n%1000000==0?4:5
        """),
    Row(
      languages: " kw ",
      categories: [.zero, .one, .two, .few, .many, .other],
      expression: """
        n==0?0:n==1?1:(n%100==2||n%100==22||n%100==42||n%100==62||n%100==82)||n%1000==0&&\
        (n%100000>=1000&&n%100000<=20000||n%100000==40000||n%100000==60000||\
        n%100000==80000)||n!=0&&n%1000000==100000?2:(n%100==3||n%100==23||n%100==43||\
        n%100==63||n%100==83)?3:n!=1&&(n%100==1||n%100==21||n%100==41||n%100==61||\
        n%100==81)?4:5
        """),
  ]

  /// Of numbers that put in order.
  static let ordinals: [Row] = [
    Row(
      languages: """
         an ar bs ce cs da de dsb el et eu fa fi fy gl gsw he hr hsb ia id is ja km kn ko ky lt lv \
        ml mn my nb nl no pa pl prg ps pt ru sd si sk sl sr sw ta te th tpi tr ur uz yue zh zu\u{20}
        """,
      categories: [.other],
      expression: "5"),
    Row(
      languages: " bal fil fr ga hy lo ms ro vi ",
      categories: [.one, .other],
      expression: "n==1?1:5"),
    Row(
      languages: " ne ",
      categories: [.one, .other],
      expression: "n>=1&&n<=4?1:5"),
    Row(
      languages: " hu ",
      categories: [.one, .other],
      expression: "(n==1||n==5)?1:5"),
    Row(
      languages: " uk ",
      categories: [.few, .other],
      expression: "n%10==3&&n%100!=13?3:5"),
    Row(
      languages: " af ",
      categories: [.few, .other],
      expression: "n%100>=2&&n%100<=19?3:5"),
    Row(
      languages: " tk ",
      categories: [.few, .other],
      expression: "(n%10==6||n%10==9)||n==10?3:5"),
    Row(
      languages: " sq ",
      categories: [.one, .many, .other],
      expression: "n==1?1:n%10==4&&n%100!=14?4:5"),
    Row(
      languages: " ca ",
      categories: [.one, .two, .few, .other],
      expression: "(n==1||n==3)?1:n==2?2:n==4?3:5"),
    Row(
      languages: " kok mr ",
      categories: [.one, .two, .few, .other],
      expression: "n==1?1:(n==2||n==3)?2:n==4?3:5"),
    Row(
      languages: " it lld sc vec ",
      categories: [.many, .other],
      expression: "(n==11||n==8||n==80||n==800)?4:5"),
    Row(
      languages: " es ",
      categories: [.one, .other],
      expression: "(n%10==1||n%10==3)&&n%100!=11?1:5"),
    Row(
      languages: " kk ",
      categories: [.many, .other],
      expression: "n%10==6||n%10==9||n%10==0&&n!=0?4:5"),
    Row(
      languages: " gu hi ",
      categories: [.one, .two, .few, .many, .other],
      expression: "n==1?1:(n==2||n==3)?2:n==4?3:n==6?4:5"),
    Row(
      languages: " sv ",
      categories: [.one, .other],
      expression: "(n%10==1||n%10==2)&&!(n%100==11||n%100==12)?1:5"),
    Row(
      languages: " be ",
      categories: [.few, .other],
      expression: "(n%10==2||n%10==3)&&!(n%100==12||n%100==13)?3:5"),
    Row(
      languages: " lij scn ",
      categories: [.many, .other],
      expression: "(n==11||n==8||n>=80&&n<=89||n>=800&&n<=899)?4:5"),
    Row(
      languages: " blo ",
      categories: [.zero, .one, .few, .other],
      expression: "n==0?0:n==1?1:(n==2||n==3||n==4||n==5||n==6)?3:5"),
    Row(
      languages: " gd ",
      categories: [.one, .two, .few, .other],
      expression: "(n==1||n==11)?1:(n==2||n==12)?2:(n==3||n==13)?3:5"),
    Row(
      languages: " or ",
      categories: [.one, .two, .few, .many, .other],
      expression: "(n==1||n==5||n>=7&&n<=9)?1:(n==2||n==3)?2:n==4?3:n==6?4:5"),
    Row(
      languages: " en ",
      categories: [.one, .two, .few, .other],
      expression: "n%10==1&&n%100!=11?1:n%10==2&&n%100!=12?2:n%10==3&&n%100!=13?3:5"),
    Row(
      languages: " as bn ",
      categories: [.one, .two, .few, .many, .other],
      expression: "(n==1||n==5||n==7||n==8||n==9||n==10)?1:(n==2||n==3)?2:n==4?3:n==6?4:5"),
    Row(
      languages: " ka ",
      categories: [.one, .many, .other],
      expression: "n==1?1:n==0||(n%100>=2&&n%100<=20||n%100==40||n%100==60||n%100==80)?4:5"),
    Row(
      languages: " cy ",
      categories: [.zero, .one, .two, .few, .many, .other],
      expression: "(n==0||n==7||n==8||n==9)?0:n==1?1:n==2?2:(n==3||n==4)?3:(n==5||n==6)?4:5"),
    Row(
      languages: " bg ",
      categories: [.one, .two, .few, .other],
      expression: """
        n%10==1&&n%100!=11?1:n%10==2&&n%100!=12?2:(n%10==3||n%10==4)&&!(n%100==13||\
        n%100==14)?3:5
        """),
    Row(
      languages: " mk ",
      categories: [.one, .two, .many, .other],
      expression: """
        n%10==1&&n%100!=11?1:n%10==2&&n%100!=12?2:(n%10==7||n%10==8)&&!(n%100==17||\
        n%100==18)?4:5
        """),
    Row(
      languages: " kw ",
      categories: [.one, .many, .other],
      expression: """
        n>=1&&n<=4||(n%100>=1&&n%100<=4||n%100>=21&&n%100<=24||n%100>=41&&n%100<=44||\
        n%100>=61&&n%100<=64||n%100>=81&&n%100<=84)?1:n==5||n%100==5?4:5
        """),
    Row(
      languages: " az ",
      categories: [.one, .few, .many, .other],
      expression: """
        (n%10==1||n%10==2||n%10==5||n%10==7||n%10==8)||(n%100==20||n%100==50||n%100==70||\
        n%100==80)?1:(n%10==3||n%10==4)||(n%1000==100||n%1000==200||n%1000==300||\
        n%1000==400||n%1000==500||n%1000==600||n%1000==700||n%1000==800||n%1000==900)?3:\
        n==0||n%10==6||(n%100==40||n%100==60||n%100==90)?4:5
        """),
  ]
}
