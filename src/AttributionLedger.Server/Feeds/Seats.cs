using System.Net;

namespace AttributionLedger.Feeds;

/// <summary>Who follows, counted: all together, and by the address that they come from. Whoever uses it takes turns.</summary>
internal sealed class Seats(FeedLimits limits)
{
    private readonly Dictionary<IPAddress, int> byAddress = [];
    private int taken;

    /// <returns>Null when there was one, which is then taken.</returns>
    public Joining.Full? Take(IPAddress from)
    {
        if (taken == limits.Subscribers) return new(IsOfAddress: false);
        var own = byAddress.GetValueOrDefault(from);
        if (own == limits.PerAddress) return new(IsOfAddress: true);
        taken++;
        byAddress[from] = own + 1;
        return null;
    }

    public void Return(IPAddress from)
    {
        taken--;
        if (--byAddress[from] == 0) byAddress.Remove(from);
    }
}
