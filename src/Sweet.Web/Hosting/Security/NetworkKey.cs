using System.Net;
using System.Net.Sockets;

namespace Sweet.Web.Hosting.Security;

public static class NetworkKey
{
    private const int NetworkBytes = 8;

    /// <summary>The network address, or the /64 that an IPv6 customer has: counting single addresses there would count nobody.</summary>
    public static string Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }

    /// <summary>Beginnings of keys: its own network first, then the wider ones that one customer may have.</summary>
    /// <returns>/64, /56 and /48 of IPv6; the address and its /24 of IPv4.</returns>
    public static IReadOnlyList<string> WidthsOf(string key) =>
        key.LastIndexOf('.') is > 0 and var dot ? [key, key[..(dot + 1)]]
        : key.Length == 2 * NetworkBytes ? [key, key[..^2], key[..^4]]
        : [key];

    /// <returns>The first key that stands behind all that begin so.</returns>
    public static string After(string beginning) => beginning[..^1] + (char)(beginning[^1] + 1);
}
