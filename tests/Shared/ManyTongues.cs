using System.Text.Json;

namespace AttributionLedger.MadeUpLedgers;

/// <summary>
/// A made-up ledger in seven languages, of any size: who says what in which statement follows from the statement's number, so
/// that what a search must find is known without searching. Nothing in it happened.
/// </summary>
internal static class ManyTongues
{
    public const int Parties = 100, Incidents = 500, Claims = 4;

    private static readonly string[] Languages = ["en", "fr", "ar", "fa", "ru", "he", "zh"];

    /// <summary>Of each language: who, does what, with what, where.</summary>
    private static readonly string[][][] Tongues =
    [
        [["The spokesman", "A general", "The ministry", "Two witnesses", "The governor", "An engineer", "The envoy", "Dockers"], ["confirmed", "denied firing", "regretted", "announced", "described"],
            ["the shelling", "the blockade", "rockets", "the explosion", "a drone", "the ceasefire", "mortars"], ["at the harbour", "near the airbase", "in the village", "along the pipeline", "by the refinery", "on the island"]],
        [["Le porte-parole", "Un général", "Le ministère", "Deux témoins", "Le préfet", "Un ingénieur", "L'émissaire", "Des dockers"], ["a confirmé", "a démenti", "a regretté", "a annoncé", "a décrit"],
            ["le pilonnage", "le blocus", "les roquettes", "l'explosion", "un drone", "la trêve", "les mortiers"], ["au port", "près de l'aérodrome", "dans la forêt", "le long de l'oléoduc", "près de la raffinerie", "sur l'île"]],
        [["المتحدث", "جنرال", "الوزارة", "شاهدان", "المحافظ", "مهندس", "المبعوث", "عمال الميناء"], ["أكّد", "نفى", "أسف على", "أعلن", "وصف"],
            ["القصف", "الحصار", "الصواريخ", "الانفجار", "طائرة مسيّرة", "الهدنة", "القذائف"], ["في المرفأ", "قرب المطار", "في القرية", "على طول الأنبوب", "قرب المصفاة", "في الجزيرة"]],
        [["سخنگو", "سرلشکر", "وزارتخانه", "دو شاهد", "استاندار", "مهندسی", "فرستاده", "باراندازان"], ["تأیید کرد", "تکذیب کرد", "ابراز تأسف کرد", "اعلام کرد", "شرح داد"],
            ["گلوله‌باران", "محاصره", "موشک‌ها", "انفجاری", "پهپاد", "آتش‌بس", "خمپاره"], ["در بندر", "نزدیک فرودگاه", "در روستا", "در امتداد خط لوله", "نزدیک پالایشگاه", "در جزیره"]],
        [["Представитель", "Генерал", "Министерство", "Двое свидетелей", "Губернатор", "Инженер", "Посланник", "Докеры"], ["подтвердили", "отрицали", "осудили", "объявили", "описали"],
            ["обстрел", "блокаду", "ракеты", "взрыв", "беспилотник", "перемирие", "миномёты"], ["в порту", "возле аэродрома", "в деревне", "вдоль трубопровода", "у завода", "на острове"]],
        [["הדובר", "אלוף", "המשרד", "שני עדים", "המושל", "מהנדס", "השליח", "סוורים"], ["אישר", "הכחיש", "הצטער על", "הודיע על", "תיאר"],
            ["ההפגזה", "המצור", "הרקטות", "הפיצוץ", "רחפן", "הרגיעה", "המרגמות"], ["בנמל", "ליד שדה התעופה", "בכפר", "לאורך הצינור", "ליד בית הזיקוק", "באי"]],
        [["发言人", "将军", "国防部", "两名证人", "省长", "工程师", "特使", "码头工人"], ["证实", "否认", "谴责", "宣布", "描述"],
            ["炮击", "封锁", "火箭弹", "爆炸", "无人机", "停火", "迫击炮"], ["在港口", "在机场附近", "在村庄", "沿管道", "在炼油厂旁", "在岛上"]]
    ];

    private static readonly string[] First = ["Kor", "Bel", "Dru", "Fen", "Gal", "Hesh", "Jov", "Lim", "Mer", "Nuv"], Second = ["vad", "tosk", "rim", "sela", "quor", "zhin", "pola", "wick", "yash", "dorn"];

    public readonly record struct Saying(int Number)
    {
        private int Turn => Number / Languages.Length;

        public int Tongue => Number % Languages.Length;
        public string Language => Languages[Tongue];
        public int Who => Turn % 8;
        public int Does => Turn / 8 % 5;
        public int What => Turn / 40 % 7;
        public int Where => Turn / 280 % 6;
        public int Party => Number / 3 % Parties;
        public int Incident => Number % Incidents;
        public int Claim => Number / Incidents % Claims;
        public bool Denies => Number % 3 == 1;
        public bool IsRare => Number % 9_973 == 17;
        public string Id => $"s{Number}";

        public string Text => string.Join(Language == "zh" ? "" : " ", Tongues[Tongue][0][Who], Tongues[Tongue][1][Does], Tongues[Tongue][2][What], Tongues[Tongue][3][Where]) + (Language == "zh" ? "。" : ".") + (IsRare ? " Zephyrine." : "");
    }

    /// <param name="Text">What is typed.</param>
    /// <param name="Fits">Whether a statement must be found.</param>
    public sealed record Known(string Text, Func<Saying, bool> Fits, string? Party = null, bool Denying = false);

    public static readonly IReadOnlyList<Known> Answers =
    [
        // A word in another form, a phrase, two words, a beginning, one left out, either of two.
        new("rocket", one => one is { Tongue: 0, What: 2 }), new("\"denied firing rockets\"", one => one is { Tongue: 0, Does: 1, What: 2 }), new("drones harbour", one => one is { Tongue: 0, What: 4, Where: 0 }),
        new("refin*", one => one is { Tongue: 0, Where: 4 }), new("mortars -island", one => one is { Tongue: 0, What: 6, Where: not 5 }), new("blockade OR ceasefire", one => one is { Tongue: 0, What: 1 or 5 }), new("ZEPHYRINE", one => one.IsRare),
        new("foret", one => one is { Tongue: 1, Where: 2 }), new("dementi roquette", one => one is { Tongue: 1, Does: 1, What: 2 }), new("\"près de l’aerodrome\"", one => one is { Tongue: 1, Where: 1 }), new("temoins ile", one => one is { Tongue: 1, Who: 3, Where: 5 }),
        new("انفجار", one => one is { Tongue: 2 or 3, What: 3 }), new("اكد الصواريخ", one => one is { Tongue: 2, Does: 0, What: 2 }), new("الأنبوب", one => one is { Tongue: 2, Where: 3 }), new("مسيرة", one => one is { Tongue: 2, What: 4 }),
        new("موشك", one => one is { Tongue: 3, What: 2 }), new("تاييد گلوله", one => one is { Tongue: 3, Does: 0, What: 0 }), new("آتش‌بس جزيره", one => one is { Tongue: 3, What: 5, Where: 5 }), new("پالایشگاه", one => one is { Tongue: 3, Where: 4 }),
        new("ракета", one => one is { Tongue: 4, What: 2 }), new("минометы порт", one => one is { Tongue: 4, What: 6, Where: 0 }), new("отрицали взрыв", one => one is { Tongue: 4, Does: 1, What: 3 }),
        new("פיצוץ", one => one is { Tongue: 5, What: 3 }), new("נמל", one => one is { Tongue: 5, Where: 0 }), new("הכחיש רקטות", one => one is { Tongue: 5, Does: 1, What: 2 }),
        new("爆炸", one => one is { Tongue: 6, What: 3 }), new("国防部 否认", one => one is { Tongue: 6, Who: 2, Does: 1 }), new("无人机在港口", one => one is { Tongue: 6, What: 4, Where: 0 }), new("岛", one => one is { Tongue: 6, Where: 5 }),
        new("Korvad", one => one.Party == 0), new("belrim rockets", one => one is { Party: 21, Tongue: 0, What: 2 }), new("shelling", one => one is { Tongue: 0, What: 0, Party: 42 }, Party: "p42"), new("explosion", one => one is { Tongue: 0 or 1, What: 3, Denies: true }, Denying: true)
    ];

    public static string NameOf(int party) => First[party % 10] + Second[party / 10];

    /// <summary>A ledger sheet of so many statements.</summary>
    public static IEnumerable<string> Sheet(int statements)
    {
        static string Line(object entry) => JsonSerializer.Serialize(entry);
        for (var party = 0; party < Parties; party++) yield return Line(new { entry = "party", id = $"p{party}", name = NameOf(party), kind = "organisation" });
        for (var incident = 0; incident < Math.Min(Incidents, statements); incident++)
        {
            yield return Line(new { entry = "incident", id = $"i{incident}", headline = $"Invented: case {incident}", zone = "Etc/UTC", invented = true });
            for (var claim = 0; claim < Claims; claim++) yield return Line(new { entry = "claim", id = $"k{claim}", incident = $"i{incident}", kind = "occurrence", text = $"Proposition {claim}." });
            for (var number = incident; number < statements; number += Incidents) yield return Line(Statement(new(number)));
        }
    }

    private static object Statement(Saying one) => new
    {
        entry = "statement", id = one.Id, incident = $"i{one.Incident}", by = $"p{one.Party}", said = $"2024-{1 + one.Number % 12:00}-{1 + one.Number % 28:00}", terms = "on-the-record",
        stances = new[] { new { stance = one.Denies ? "denies" : "asserts", claim = $"k{one.Claim}" } }, words = new { form = "verbatim", text = one.Text, language = one.Language }
    };
}
