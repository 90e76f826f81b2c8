using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sweet.Benchmarks.Clients;

/// <summary>One connection that stays open, with as little of its own as possible: what it costs is not the server's.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly Socket socket;
    private byte[] buffer = new byte[256 * 1024];
    private int filled;

    private Connection(Socket socket) => this.socket = socket;

    public static async Task<Connection> Open(int port)
    {
        var opened = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        // Each visitor comes from a network of their own: what is limited by it is no limit here.
        opened.Bind(new IPEndPoint(new IPAddress([127, Byte(), Byte(), Byte()]), 0));
        await opened.ConnectAsync(IPAddress.Loopback, port);
        return new Connection(opened);
    }

    public static byte[] Get(string path, string host, string more = "") =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip, deflate, br\r\n{more}\r\n");

    public static byte[] Post(string path, string host, string cookies, string form) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + $"Content-Length: {form.Length}\r\n\r\n{form}");

    public async Task<Answer> Ask(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        filled = 0;
        var end = await Find("\r\n\r\n", 0) + 4;
        var length = LengthIn(buffer.AsSpan(0, end));
        if (length is null) return new Answer(buffer.AsMemory(0, end), await Chunks(end));

        while (filled < end + length) await Receive();
        return new Answer(buffer.AsMemory(0, end), buffer.AsMemory(end, length.Value));
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<ReadOnlyMemory<byte>> Chunks(int at)
    {
        var body = new MemoryStream();
        while (true)
        {
            var end = await Find("\r\n", at);
            if (!Utf8Parser.TryParse(buffer.AsSpan(at, end - at), out int length, out _, 'X')) throw new IOException("A chunk without a length.");

            at = end + 2;
            while (filled < at + length + 2) await Receive();
            if (length == 0) return body.ToArray();

            body.Write(buffer, at, length);
            at += length + 2;
        }
    }

    private async Task<int> Find(string what, int from)
    {
        var bytes = Encoding.ASCII.GetBytes(what);
        while (true)
        {
            if (buffer.AsSpan(from, filled - from).IndexOf(bytes) is var at and >= 0) return from + at;
            await Receive();
        }
    }

    private async ValueTask Receive()
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var count = await socket.ReceiveAsync(buffer.AsMemory(filled));
        filled += count > 0 ? count : throw new IOException("The server closed the connection.");
    }

    private static byte Byte() => (byte)Random.Shared.Next(1, 255);

    /// <returns>Null where the body comes in chunks.</returns>
    private static int? LengthIn(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) return head.IndexOf("chunked"u8) < 0 ? 0 : null;

        return Utf8Parser.TryParse(head[(at + 16)..], out int length, out _) ? length : throw new IOException("A length that is no number.");
    }
}

/// <summary>Read it before the next request: the memory is the connection's.</summary>
internal sealed record Answer(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Body)
{
    public string HeadText => Encoding.ASCII.GetString(Head.Span);

    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    public int Status => int.Parse(Encoding.ASCII.GetString(Head.Span.Slice(9, 3)), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As a browser would send them back.</summary>
    public string Cookies => string.Join("; ", HeadText.Split("\r\n")
        .Where(line => line.StartsWith("Set-Cookie: ", StringComparison.OrdinalIgnoreCase)).Select(line => line[12..].Split(';')[0]));

    public string? Location => HeadText.Split("\r\n")
        .Where(line => line.StartsWith("Location: ", StringComparison.OrdinalIgnoreCase)).Select(line => line[10..]).FirstOrDefault();
}
