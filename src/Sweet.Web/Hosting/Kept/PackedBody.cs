using System.Collections.Concurrent;
using System.IO.Compression;

namespace Sweet.Web.Hosting.Kept;

/// <summary>
/// The bytes of a page in the encodings that somebody has asked for. The first one gets them packed quickly; behind their back they
/// are packed as small as they get, once for as long as the page stays the same.
/// </summary>
internal sealed class PackedBody(byte[] plain, bool isText)
{
    // One at a time: packing well takes a thousand times what answering takes.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private readonly ConcurrentDictionary<string, byte[]> packed = new(StringComparer.Ordinal);

    /// <summary>What it takes of the memory for kept pages, about: the plain bytes, and no more than that for the packed ones.</summary>
    public long Size => plain.Length * (isText ? 2L : 1L);

    public bool Is(byte[] other) => plain.AsSpan().SequenceEqual(other);

    /// <returns>Null where the bytes are sent as they are: nobody asked for less, or it is no text.</returns>
    public byte[]? In(string encoding)
    {
        if (!isText || encoding == AcceptedEncoding.Identity) return null;
        if (packed.TryGetValue(encoding, out var bytes)) return bytes;

        bytes = Pack(encoding, CompressionLevel.Fastest);
        // Of many who come at once one has it packed well.
        if (packed.TryAdd(encoding, bytes)) _ = Task.Run(() => PackWell(encoding));
        return bytes;
    }

    public byte[] Plain => plain;

    /// <summary>The same encodings as somebody has asked for of the page before, ready before anybody asks for this one.</summary>
    public async Task PackLike(PackedBody before)
    {
        foreach (var encoding in before.packed.Keys) await PackWell(encoding);
    }

    private async Task PackWell(string encoding)
    {
        await OneAtATime.WaitAsync();
        try
        {
            packed[encoding] = Pack(encoding, CompressionLevel.SmallestSize);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private byte[] Pack(string encoding, CompressionLevel level)
    {
        using var bytes = new MemoryStream();
        using (Stream packing = encoding == AcceptedEncoding.Brotli
            ? new BrotliStream(bytes, level, leaveOpen: true)
            : new GZipStream(bytes, level, leaveOpen: true))
            packing.Write(plain);
        return bytes.ToArray();
    }
}
