using System.Net;
using System.Net.Sockets;

namespace Sweet.Web.Tests.Support;

/// <summary>
/// Ports for processes that are told theirs. They lie below the range from which every listener on port 0 is served:
/// one of those could take the port between the question and the start.
/// </summary>
internal static class FreePort
{
    private const int First = 10_000;
    private const int Range = 20_000;

    private static int last = First + (Environment.ProcessId % Range);

    public static int Next()
    {
        int port;
        do port = Interlocked.Increment(ref last);
        while (!IsFree(port));
        return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
