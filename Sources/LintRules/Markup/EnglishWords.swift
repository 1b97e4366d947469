import LintText

/// Words of English that other languages have borrowed, or that a sentence may begin with: what looks like
/// a name, and need not be one.
///
/// Asked only about what a rule is going to report, so the sets are made when the first name asks for them.
enum EnglishWords {
  /// Whether a name is a compound that dictionaries have as one word: `HomePage`, `Wi-Fi` without its hyphen.
  static func isCompound(_ name: Span<UInt8>) -> Bool {
    compounds.contains(name.lowercased)
      || (name.count > 4 && name[name.count - 1] == 0x73
        && compounds.contains(name.extracting(0..<name.count - 1).lowercased))
  }

  /// Whether speakers of other languages may know a name as a word of their own: a compound, or one of
  /// which both parts are words that such compounds and well-known names are made of.
  static func isBorrowed(_ name: Span<UInt8>) -> Bool {
    if isCompound(name) { return true }
    let humps = humps(of: name)
    return humps.count == 2
      && humps.allSatisfy { hump in
        let part = name.extracting(hump)
        return parts.contains(part.lowercased)
          || (part.count > 3 && part[part.count - 1] == 0x73
            && parts.contains(part.extracting(0..<part.count - 1).lowercased))
      }
  }

  /// Whether a word in capitals may be a word of the language: `Go`, `Blazing`.
  static func isOrdinary(_ word: Span<UInt8>) -> Bool {
    let small = word.lowercased
    if ordinary.contains(small) || parts.contains(small) { return true }
    if small.count > 3, small[small.count - 1] == 0x73 {
      let one = Array(small.dropLast())
      if ordinary.contains(one) || parts.contains(one) { return true }
    }
    guard small.count >= 6 else { return false }
    let endings: [StaticString] = ["ing", "ed", "ly", "ful", "ness", "able", "tion"]
    return endings.contains { small.span.has($0, at: small.count - $0.utf8CodeUnitCount) }
  }

  /// Whether a part of a name is one of programs rather than of companies: an abbreviation without a
  /// vowel, or an English word by its ending that no well-known names have.
  static func isTechnical(_ part: Span<UInt8>) -> Bool {
    let small = part.lowercased
    if !small.contains(where: { Array("aeiouy".utf8).contains($0) }) { return true }
    guard small.count >= 6, !parts.contains(small), !compounds.contains(small) else { return false }
    var end = small.count
    if small[end - 1] == 0x73 { end -= 1 }
    let endings: [StaticString] = [
      "tion", "sion", "ing", "able", "ible", "ment", "ize", "ity", "ness", "ance", "ence", "ture",
      "ory",
      "er", "or", "ed",
    ]
    return endings.contains {
      small.span.extracting(..<end).has($0, at: end - $0.utf8CodeUnitCount)
    }
  }

  /// The parts of a name that begin with a capital.
  static func humps(of name: Span<UInt8>) -> [Range<Int>] {
    var humps: [Range<Int>] = []
    var start = 0
    for index in name.indices where index > 0 {
      guard name[index].isUppercase, name[index - 1].isLowercase || name[index - 1].isDigit else {
        continue
      }
      humps.append(start..<index)
      start = index
    }
    if start < name.count { humps.append(start..<name.count) }
    return humps
  }

  private static func set(_ words: String) -> Set<[UInt8]> {
    Set(words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { Array($0) })
  }

  private static let compounds = set(
    """
    saas paas iaas faas daas voip fintech edtech devops gitops mlops finops devsecops websocket dataframe
    startmenu startscreen lockscreen homescreen menubar statusbar
    addon adware aftershave airbag airdrop airport antispam antivirus audiobook autocomplete autocorrect
    autofill autofocus autoplay autosave backbone backdoor backend background backlight backlink backlog
    backoffice backplane backslash backspace backstage backup bandwidth barbecue barcode baseline benchmark
    bestseller bitcoin bitmap bitrate blacklist blockchain blog blueprint bluetooth bookmark bootcamp
    bootloader bottleneck brainstorming breadcrumb breakpoint broadband broadcast bugfix buildout bytecode
    callback callcenter cashback cashflow chatbot chatroom checkbox checklist checkout checkpoint checksum
    clickbait clickstream clipart clipboard cloudware codebase codec codename combobox copyright copywriter
    cosplay countdown counterpart coworking crossover crosstalk crowdfunding crowdsourcing cryptocurrency
    cyberspace dashboard database datacenter datagram datalog dataset datasheet deadline deadlock desktop
    devops dialup diskdrive dockyard dongle doorbell download downgrade downlink downlight downstream
    downtime dropdown ebook ecommerce email endpoint endgame ereader esport extranet eyeliner facelift
    fairplay feedback fileserver filesystem filter fingerprint firewall firmware flashback flashcard
    flashlight flashmob flatrate flipchart flowchart followup followup footer footprint foreground framework
    freelance freelancer freemium freeware frontend fullscreen fullstack gamepad gameplay gamechanger
    gateway geocaching geofence geotag gigabyte goodwill greenkeeper groupbox groupware guideline hackathon
    halftone handbook handheld handout handover handset handsfree handshake hardcopy hardcore hardcover
    hardware hashtag headhunter headline headphone headset heatmap helpdesk highlight holdup homebanking
    homepage homeoffice homescreen homeschooling hostname hotfix hotkey hotline hotspot hoverboard
    hyperlink hypertext hypervisor inbox infographic infotainment inkjet inlay inline inlineskate input
    insider insight interface internet intranet jackpot joystick keyboard keychain keyframe keylogger
    keynote keypad keystore keystroke keyword kickoff kickstarter kilobyte knowhow laptop lastminute layout
    layover leaderboard leadtime lifecycle lifehack lifestyle lightbox lineup listbox livechat livestream
    lockdown lockscreen login logoff logon logout longtail lookup loopback loudspeaker mailbox mailing
    mailserver mainboard mainframe mainstream makeover makeup malware markdown marketplace mashup
    masterclass mastermind matchmaking megabyte megapixel merchandising metadata metaverse microblog
    microchip microcontroller microphone microprocessor microservice middleware minibar minigame mindmap
    mindset mockup motherboard mousepad multicast multimedia multiplayer multiprocessor multitasking
    namespace nameserver netbook netiquette network newline newsfeed newsgroup newsletter newsroom
    newsticker nightmode notebook notepad offline offroad offset offshore onboarding online onscreen
    opensource outbox outdoor outfit outlet output outsourcing overclocking overdrive overflow overhead
    overlay overload overview pageview passphrase passport password passcode patchwork paywall payload
    permalink phishing photobook photoshoot piggyback pinboard pipeline placeholder plaintext playback
    playlist playoff plugin podcast popup postcard posterboard postproduction powerbank powerline prepaid
    preprocessor prerelease preset presswork preview printout proxyserver quickstart radiobutton ransomware
    readme readonly realtime reboot redirect release remake reset roadmap roadshow roaming rollback rollout
    rollup roundtrip rucksack runtime sandbox screencast screensaver screenshot scoreboard scorecard
    scrollbar searchbar servercluster setup shareholder shareware shitstorm shortcut shortlist showcase
    showdown showroom sidebar sightseeing signup silkscreen skateboard skyline slideshow slowdown smalltalk
    smartcard smarthome smartphone smartwatch snapshot snowboard softcover software soundbar soundcard
    soundtrack spacebar speakerphone spellchecker spinoff splitscreen spoiler spotlight spreadsheet
    springboard spyware stakeholder standalone standby startup statusbar storefront storyboard storytelling
    streetview subdirectory subdomain subfolder subnet submenu substring superhero supermarket superuser
    switchboard syslog tagline takeaway takeover taskbar taskforce teambuilding teammate teamwork telework
    terabyte testbed textbox textfile thinkpad thread throughput thumbnail timecode timeline timeout timer
    timesharing timesheet timeslot timestamp titlebar toolbar toolbox toolchain toolkit tooltip toolset
    touchpad touchscreen trackball trackpad trademark tradeoff trailer treeview troubleshooting turnaround
    turnkey typeface underscore uninstall unicast update upgrade uplink upload upscale uptime usability
    usecase usergroup username videocall videochat videoconference videogame viewport voicemail voiceover
    walkman walkthrough wallpaper warmup watchdog watchlist waterfall watermark waypoint weblog webapp webcam
    webcast webdesign webhook webhost webhosting webinar webmail webmaster webpage webportal webserver
    webservice webshop website webspace weekend whiteboard whitelist whitepaper whitespace wideband
    widescreen wifi wildcard wireframe wireless workaround workbench workbook workflow workgroup workload
    workout workplace worksheet workshop workspace workstation worldwide zipfile
    """)

  /// What compounds and well-known names of companies and services consist of.
  private static let parts = set(
    """
    account active ad admin air ali alpha android app apple art assistant audio auto baby back
    backup bag ball band bank bar base basic bay beat bell best beta big bit black block blog blue
    board body bolt bond book boot boost bot box brain branch brand break bright broad browser bug build
    business button buy by cab call cam camera camp car card cart cash cast cat center centre chain
    change channel chart chat cheat check chip chrome city clean click client clip clock close cloud
    club code coffee coin color combo comic control cook cool copy core counter cover craft credit cross
    crowd crunch crypto cup currency cut cyber daily dash data date day deal deep deliver design
    desk dev digital direct disc disk display doc document dock dog domain donald door double down
    draft drag draw dream drive driver drop dry eagle ear easy eat edge editor end energy event ever
    express extra eye face fair fast feed field file film find finder fire fit fix flash flat flex
    flight flip flow fly folder food foot force form format frame free fresh front full fun funding game
    gate gear general get git glass global go gold good gram graph green grid group guard guide hand
    hang hard hash head health heart heat help here high hit hole home hood host hot hotel house human
    hunt hyper image in info ink input insta instant inter intra iron jam jet job join joy jump key kick
    kid king kit lab lance land lap laser launch layer lead learn leg lens level life light like line
    link linked list live load lock log logic long look loop love low mac machine magic mail main make maker
    man manager map mark market mart mask mass master match max mc media mega menu meta metal micro mid
    mind mini mirror mix mobile mod modem model mon money monitor moon motion movie multi music my
    name nano net neuro new news night node non note number off office on one online open order out
    over own pack pad page paint pal panel paper park part partner party pass password patch path pay pen
    phone photo pick picture pie pin ping pipe pixel pix place plan planet play player plug plus pocket
    pod point poly pop port portal post power premium pre press prime print printer privacy pro process
    program progress proof proxy pub pull pulse pure push quick quiz race radio rail rain
    random range rank rate read real red release remote report reset retro ride ring river road robo robot
    rock role roll room root round route router run safe safety sales sand save scale scan scape school
    score screen script scroll sea search season seat second secure security select self sense serve
    server service session set shadow shape share sheet shelf shell shift ship shirt shop short shot
    show side sign signal silver site size skin sky slack sleep slide slim slot small smart smooth snap
    snow social soft solar solid song sound source space spam spark speak speaker speech speed spin
    spirit split sport spot spread spring spy square stack staff stage stand standard star start state station
    status stay step stick stock stone stop storage store storm story stream street strike string
    strong studio style sub summer sun super support surf survey swap sweet swift switch sync system
    tab table tablet tag take talk tank tap target task team tech tele template tennis term test text
    theme thing think thread thumb ticket time tip title toggle token tone tool top touch tour tower
    town toy track trade traffic trail train trans travel tree trend trip trust tube turbo turn tv tweet
    twin type ultra under union unit up update upload user vector video view viewer virtual vision vita
    voice volume walk wall war ware wash watch water wave way weather web week whats white wide widget
    wi fi wiki wild win wind window wing wire wise wizard wolf wood word work worker world write writer yard
    year yellow you young advisor baba berry bird bucket daddy ex fed flare forge fox journal lib libre pods sketch thunder torrent zero zip zone zoom tok tik buster hub page builder studio
    """)

  /// Words that people write at the beginning of a sentence or of a heading, and that are names, too.
  private static let ordinary = set(
    """
    about above accept access across act active actually add adjust after again agree all allow already
    also always amber an and another answer any apache apply arc are arrow as ask assign at atlas atom
    attach aurora autumn avoid azure balance bash batch be bear beam because become bee before begin below
    beside better between beyond bind bing bird blade blank blaze blend bless blur boards bold bonus both
    bottom bounce bowl brave bread brew brick bridge brief bring broken brown browse brush bubble bulk
    bundle burn burst busy but butter cake calm can cancel candle canvas capture care carry case catch
    cause cedar centaur chalk chance chapter charge charm chase cheap chef cherry chest chief child choose
    circle cite claim clarity class classic clause clear clever climb cloudy coast cold collect combine
    come comet comfort command comment common compare compass complete component compose concept concord
    confirm connect consider console contact contain content continue convert copilot coral core correct
    cost could count course crane crash create crisp crow crown crystal curious current curve custom
    cycle dance dark dart dawn dear debug decide define delete delta delve deploy desert detail detect
    develop diamond did different dim dip discover do does domino done dot dove drift drill drum due
    during dusk dust each early earth east echo edit effect either elastic electron element elixir else
    ember empty enable enter entity equal escape even every exact example excel exchange exit expand expect
    explain explore export extend fabric fail falcon fall false family far fauna feather feature few
    filter final fine finish firm first five flag flame flask fleet flint float flock flood flora
    flour flower flush flutter fog fold follow font for forest forge fork forms fortune forward
    foundry four fox fragment friend from frost fruit fuel function future galaxy gallery garden gather gauge
    gem generate genius gift ginger give glacier glad glide glow goal grab grace grade grain grand
    grant grape grasp grass gravity great grey grind grip ground grow growth gulp guru happy harbor harvest
    has have hawk hay haze hazel he hear heaven heavy helm her hero hide hike his hive hold holiday honey
    hope horizon horn hour how however humble icon idea identity if ignite ignore import improve include
    increase indigo inside insight inspect install instead into invite is island issue it item its ivory jade jazz
    jenkins jest journey judge juice jungle junior just keen keep kernel kind kite knight knot know lake lamp
    large last late later laurel lava law layout lazy leaf leap least leather leave left lemon lend less let
    letter liberty library lilac lily lime limit lion liquid listen little loft lotus loud lucky lunch
    lynx mango manual maple marble march margin marine maroon mast mate matrix may maybe meadow mean
    measure meet memo merge mercury merit mesh message meteor method midnight might milk mill mine mint mist
    modern moment monday month more morning moss most motto mount mountain move much must nail native nature near
    neat need nest neutral never next nice no noble nobody noise none north not nothing notice notify nova now
    oak oasis observe ocean october of offer often oil old olive once only opera option or oracle orange
    orbit orchard organic origin other our outlook owl owner oyster palace palm panda pandas panther parse past
    paste pattern pause peak pear pearl penguin people pepper perfect perhaps phoenix piano pilot pine pink
    pioneer pitch plain plane plasma plate please plum poem poetry polar polish pond pony poor poplar possible
    pour practice prefer prepare present preserve press pretty prevent prism prize produce promise prompt proper
    protect proud prove provide prune public pump puppet purple put puzzle pyramid python quartz query question
    quiet quill quit quite rabbit radar raft rainbow raise rake rapid rare raven ray reach react ready reason
    rebel receive record reef reflect refresh reject relax relay relevant reload remember remove rename repeat
    replace reply request require rescue resolve respond rest restart restore result resume retire return
    reuse reveal review reward rich right rise robin rocket rose rough royal ruby rule rust sage sail
    salmon salt same sample satellite saturn scout seal see seed seek seem send senior sequence seven several shade
    shark sharp she shield shine shore should shrimp sierra silent silk simple since single sit six skip
    slate slow snake so some soon sort south spare special spectrum spell spider spruce square squid stable
    star stash steady steam steel still sting straight strategy stretch stride strip subtle such sugar suit
    sunday sunny sunrise sunset sure swan sway swing sword symphony table tail tall tango teach teams tell
    ten terra than thank that the their them then there these they thin this those thousand three thrive
    throw thunder thus tide tidy tiger tight timber tiny to today together tomorrow tonight too torch total
    toward transfer trap treat trick trigger trim triple trophy true try tulip tundra tune turtle twist two
    typical undo unicorn unity until upper us use usual valid valley value vapor vault velvet venture verify
    very vessel vest victory village vine violet visit vista vite vivid volt vortex wait wake walnut want
    warm was watch we wear weave weigh welcome well were west whale what when where whether which while
    whisper who whole why willow winter wish with within without wonder would wrap wrong yarn yes yesterday yet
    yoga your zebra zen zephyr
    """)
}
