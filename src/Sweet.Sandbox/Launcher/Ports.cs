using System.Net;
using System.Net.Sockets;

namespace Sweet.Sandbox.Launcher;

internal static class Ports
{
    /// <exception cref="SandboxRefusal">Another program has the port.</exception>
    public static void RequireFree(int port, string option)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException)
        {
            throw new SandboxRefusal($"Port {port} is taken by another program. Stop it, or name another port with {option}.");
        }
    }
}
