using System.Collections.Frozen;
using AttributionLedger.Scripts;

namespace AttributionLedger.Spreadsheets.Vocabularies;

/// <summary>Languages by the names that people give them, for those a newsroom meets most.</summary>
public static class Languages
{
    private static readonly FrozenDictionary<string, string> Tags = new (string Tag, string Names)[]
    {
        ("en", "english, anglais, inglés, englisch, الإنجليزية, انگلیسی, английский, אנגלית, 英语"), ("fr", "french, français, francés, französisch, الفرنسية, فرانسوی, французский, צרפתית, 法语"),
        ("es", "spanish, espagnol, español, spanisch, إسبانية, испанский, ספרדית, 西班牙语"), ("de", "german, allemand, alemán, deutsch, ألمانية, آلمانی, немецкий, גרמנית, 德语"),
        ("ar", "arabic, arabe, árabe, arabisch, العربية, عربي, عربی, арабский, ערבית, 阿拉伯语"), ("fa", "persian, farsi, persan, persa, persisch, الفارسية, فارسی, персидский, פרסית, 波斯语"),
        ("ru", "russian, russe, ruso, russisch, الروسية, روسی, русский, רוסית, 俄语"), ("he", "hebrew, hébreu, hebreo, hebräisch, العبرية, عبری, иврит, עברית, 希伯来语"),
        ("zh", "chinese, chinois, chino, chinesisch, الصينية, چینی, китайский, סינית, 中文, 汉语"), ("uk", "ukrainian, ukrainien, ukrainisch, украинский, українська"),
        ("tr", "turkish, turc, türkisch, türkçe, التركية, ترکی, турецкий, טורקית"), ("ku", "kurdish, kurde, kurdisch, الكردية, کردی"), ("ps", "pashto, پشتو"), ("ur", "urdu, اردو"), ("prs", "dari, دری")
    }.SelectMany(row => row.Names.Split(',').Select(name => (Name: Folding.Plain(name), row.Tag))).DistinctBy(row => row.Name).ToFrozenDictionary(row => row.Name, row => row.Tag);

    /// <summary>The BCP 47 tag of a language that is written by its name; what is written, where it is none of these.</summary>
    public static string Tag(string written) => Tags.GetValueOrDefault(Folding.Plain(written), written);
}
