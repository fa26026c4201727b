using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Searching;

/// <summary>What people type against what was written, in the languages of the newsroom.</summary>
public class SearchingInAnyScript(SearchingInAnyScript.Written written) : IClassFixture<SearchingInAnyScript.Written>
{
    private static readonly string[] Sheet =
    [
        .. Line.Scene,
        Line.Party("sudani", "person", "Mohammed Shia al-Sudani"), Line.Party("kataib", "armed-group", "کتائب حزب‌الله"), Line.Party("haniyeh", "person", "إسماعيل هنيّة"),
        Line.Says("en", "brigade", text: "Rockets hit the Kharab al-Jir base; the U.S. forces weren't harmed. 1,500 people fled."),
        Line.Says("fr", "brigade", text: "L'armée dément l'attaque : « aucun missile n'a été tiré » depuis la forêt d'Étampes. Œuvre d'un isolé."),
        Line.Says("ar", "brigade", text: "نفت الوزارةُ مسؤوليّتَها عن الانفجار في القاعدة، وأكّدت أنّ إيران لم تُهاجم. ٣٤ قتيلاً"),
        Line.Says("fa", "brigade", text: "سخنگو گفت موشک‌های ما به پایگاه شلیک نشد و این ادعا بی‌اساس است. ۱۲ کشته"),
        Line.Says("ru", "brigade", text: "Министерство опровергло удары по базе; её расчёт отрицает причастность. Йод и край."),
        Line.Says("he", "brigade", text: "דובר צה\"ל הכחיש את התקיפה בבסיס, והפיצוץ אירע בנמל. שָׁלוֹם לכולם"),
        Line.Says("zh", "brigade", text: "国防部否认对基地发动袭击，爆炸造成三人死亡。Reuters报道"),
        Line.Says("de", "brigade", text: "Die Straße nach Größburg wurde gesperrt; Müller-Lüdenscheidt bestreitet alles."),
        Line.Says("th", "brigade", text: "กองทัพปฏิเสธการโจมตี")
    ];

    [Theory]
    [InlineData("rockets base", "en")]
    [InlineData("rocket hits", "en")]
    [InlineData("ROCKET", "en")]
    [InlineData("kharab al jir", "en")]
    [InlineData("Al-Jir", "en")]
    [InlineData("aljir", "en")]
    [InlineData("US forces", "en")]
    [InlineData("\"U.S. forces\"", "en")]
    [InlineData("werent", "en")]
    [InlineData("weren’t harmed", "en")]
    [InlineData("1500", "en")]
    [InlineData("1,500 people", "en")]
    [InlineData("fleeing", "")]
    [InlineData("armee", "fr")]
    [InlineData("ARMÉE", "fr")]
    [InlineData("attaques", "fr")]
    [InlineData("l’attaque", "fr")]
    [InlineData("foret etampes", "fr")]
    [InlineData("missiles tirés", "fr")]
    [InlineData("oeuvre", "fr")]
    [InlineData("الانفجار", "ar")]
    [InlineData("انفجار", "ar")]
    [InlineData("وزارة", "ar")]
    [InlineData("الوزارة", "ar")]
    [InlineData("مسؤوليتها", "ar")]
    [InlineData("مسئوليتها", "ar")]
    [InlineData("ايران", "ar")]
    [InlineData("إيران", "ar")]
    [InlineData("اِيْرَان", "ar")]
    [InlineData("34", "ar")]
    [InlineData("٣٤ قتيلا", "ar")]
    [InlineData("القاعده", "ar")]
    [InlineData("موشک", "fa")]
    [InlineData("موشك", "fa")]
    [InlineData("موشک‌های", "fa")]
    [InlineData("پايگاه", "fa")]
    [InlineData("بی اساس", "fa")]
    [InlineData("بي‌اساس", "fa")]
    [InlineData("12 کشته", "fa")]
    [InlineData("министерство", "ru")]
    [InlineData("министерства", "ru")]
    [InlineData("удар базы", "ru")]
    [InlineData("расчет ее", "ru")]
    [InlineData("отрицают", "ru")]
    [InlineData("иод", "")]
    [InlineData("צהל", "he")]
    [InlineData("צה\"ל", "he")]
    [InlineData("צה״ל", "he")]
    [InlineData("בסיס", "he")]
    [InlineData("פיצוץ", "he")]
    [InlineData("תקיפה", "he")]
    [InlineData("שלום", "he")]
    [InlineData("הנמל", "he")]
    [InlineData("国防部", "zh")]
    [InlineData("爆炸", "zh")]
    [InlineData("否认 袭击", "zh")]
    [InlineData("炸", "zh")]
    [InlineData("亡", "zh")]
    [InlineData("三人死亡", "zh")]
    [InlineData("防国", "")]
    [InlineData("袭爆", "")]
    [InlineData("reuters报道", "zh")]
    [InlineData("strasse", "de")]
    [InlineData("STRASSE grossburg", "de")]
    [InlineData("muller ludenscheidt", "de")]
    [InlineData("Müller‑Lüdenscheidt", "de")]
    [InlineData("ปฏิเสธ", "th")]
    public async Task finds_what_was_written_otherwise(string words, string statement) =>
        (await written.Ledger.FindAsync(new SearchQuery(words, Kind: SearchKind.Statement))).ShouldBe(statement.Length > 0 ? [statement] : []);

    [Theory]
    [InlineData("إسماعيل هنية", "haniyeh")]
    [InlineData("اسماعيل هنيه", "haniyeh")]
    [InlineData("کتائب حزب الله", "kataib")]
    [InlineData("كتائب حزب‌الله", "kataib")]
    [InlineData("alsudani", "sudani")]
    [InlineData("Mohamed Sudany", "sudani")]
    public async Task finds_parties_however_their_names_are_spelt(string words, string party) =>
        (await written.Ledger.FindAsync(new SearchQuery(words, Kind: SearchKind.Party))).ShouldBe([party]);

    [Theory]
    [InlineData("rocket", "[Rockets] hit the Kharab al-Jir base; the U.S. forces weren't harmed. 1,500 people fled.")]
    [InlineData("\"al-jir base\"", "Rockets hit the Kharab [al-Jir base]; the U.S. forces weren't harmed. 1,500 people fled.")]
    [InlineData("انفجار ايران", "نفت الوزارةُ مسؤوليّتَها عن [الانفجار] في القاعدة، وأكّدت أنّ [إيران] لم تُهاجم. ٣٤ قتيلاً")]
    [InlineData("防部", "国[防部]否认对基地发动袭击，爆炸造成三人死亡。Reuters报道")]
    [InlineData("人", "国防部否认对基地发动袭击，爆炸造成三[人]死亡。Reuters报道")]
    [InlineData("צהל", "דובר [צה\"ל] הכחיש את התקיפה בבסיס, והפיצוץ אירע בנמל. שָׁלוֹם לכולם")]
    public async Task marks_it_in_the_words_as_they_were_written(string words, string marked) =>
        (await written.Ledger.SearchAsync(new(words, Kind: SearchKind.Statement))).Found.Single().Passages.First().Marked().ShouldBe(marked);

    public sealed class Written(SharedPostgres postgres) : WrittenLedger(postgres, Sheet);
}
