using AttributionLedger.Basics;

namespace AttributionLedger.Statements;

/// <summary>How the words came about.</summary>
/// <param name="Medium">Interview, press release, video, post, in the desk's words.</param>
/// <param name="AskedBy">Who asked, when somebody did.</param>
/// <param name="Via">Through whom the words came, in order: speaker, agency, outlet, syndication. The speaker is not repeated.</param>
/// <param name="EmbargoUntil">UTC; the statement is in no publishable reading of an earlier moment.</param>
/// <param name="Pool">One reporter took it down for many.</param>
public sealed record Setting(string? Medium, Listing<PartyId> AskedBy, Listing<PartyId> Via, DateTimeOffset? EmbargoUntil = null, bool Pool = false)
{
    public static Setting NotRecorded { get; } = new(null, [], []);
}

/// <summary>Whether the words are the party's own.</summary>
public enum Issuance
{
    /// <summary>The party's own words.</summary>
    Verified,
    /// <summary>A channel says that they are the party's. The channel speaks.</summary>
    Purported,
    /// <summary>The party says that they are not its own. The channel speaks.</summary>
    Disowned,
    /// <summary>They are known to be made up. Shown, and counted for nobody.</summary>
    Fabricated
}

/// <summary>How the speaker knows what it says.</summary>
public enum Basis { Witnessed, Told, Deduced, PartyToIt, CannotBeJudged }

/// <summary>
/// An Admiralty grade (NATO AJP-2.1): the source from A (completely reliable) to E, the information from 1 (confirmed by
/// others) to 5; F and 6 mean that it cannot be judged. Two ordinal letters, never a number, never averaged.
/// </summary>
public sealed record Grade(char Source, char Information)
{
    public static bool TryRead(string text, out Grade grade)
    {
        grade = text is [>= 'A' and <= 'F' and var source, >= '1' and <= '6' and var information] ? new(source, information) : new('F', '6');
        return text.Length == 2 && grade.ToString() == text;
    }

    public override string ToString() => $"{Source}{Information}";
}

/// <summary>Where a statement can be checked.</summary>
/// <param name="Url">Where it was found.</param>
/// <param name="Archive">A lasting copy elsewhere.</param>
/// <param name="File">The name of a file that the desk holds.</param>
/// <param name="Sha256">The file's SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="At">Page, paragraph or timecode.</param>
public sealed record Evidence(string? Url = null, string? Archive = null, string? File = null, string? Sha256 = null, string? At = null, string? Note = null);
