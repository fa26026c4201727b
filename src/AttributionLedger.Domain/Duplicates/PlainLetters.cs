namespace AttributionLedger.Duplicates;

/// <summary>
/// Letters without their accents, in lower case, block by block of Unicode: the ledger runs without the tables of the operating
/// system, so that it folds alike on every machine, and so nothing else takes letters and accents apart.
/// </summary>
internal static class PlainLetters
{
    private static readonly (int First, string Letters)[] Blocks =
    [
        (0x00C0, "aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllŀŀllnnnnnnŉŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"),
        (0x01CD, "aaiioouuuuuuuuuu"),
        (0x01F4, "ggƕƿnnaaææooaaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyy"),
        (0x0386, "α·εηι΋ο΍υωιαβγδεζηθικλμνξοπρ΢στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυφχψωιυουω"),
        (0x0400, "ееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюяабвгдежзииклмнопрстуфхцчшщъыьэюяееђгєѕііјљњћкиуџ"),
        (0x1E00, "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyẚsẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ")
    ];

    /// <summary>The plain letter of one of the blocks; the rune itself where it is of none.</summary>
    public static int Of(int rune)
    {
        if (rune < Blocks[0].First) return rune;
        foreach (var (first, letters) in Blocks)
            if (rune >= first && rune < first + letters.Length) return letters[rune - first];
        // Full width, as Chinese and Japanese keyboards write Latin.
        return rune is >= 0xFF01 and <= 0xFF5E ? rune - 0xFF01 + '!' : rune;
    }
}
