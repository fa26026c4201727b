namespace AttributionLedger.Rewordings;

/// <summary>What was reworded.</summary>
public enum Reworded { Words, Claim, Headline }

/// <summary>What a piece of text is to a rewording.</summary>
public enum SegmentChange { Same, Added, Removed }

/// <summary>A text before and after, with the difference by words.</summary>
/// <param name="Before">Null where there were no words before.</param>
/// <param name="Segments">In the order of reading; all that are not added make the text before, all that are not removed the text after.</param>
public sealed record RewordingShape(Reworded What, string? Before, string After, IReadOnlyList<SegmentShape> Segments);

public sealed record SegmentShape(string Text, SegmentChange Change);
