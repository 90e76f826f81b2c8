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
}
