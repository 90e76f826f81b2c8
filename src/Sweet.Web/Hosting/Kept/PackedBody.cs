using System.Collections.Concurrent;
using System.IO.Compression;

namespace Sweet.Web.Hosting.Kept;

/// <summary>
/// The bytes of a page in the encodings that somebody has asked for. The first one gets them packed quickly. Once they are asked for
/// again they are packed as small as they get, behind their readers' backs, once for as long as the page stays the same.
/// </summary>
internal sealed class PackedBody(byte[] plain, bool isText)
{
    /// <summary>A crawler that reads everything twice is not to keep a processor busy for minutes.</summary>
    private const int MostWaiting = 20;

    /// <summary>So long a renewed page waits for its turn to be packed well; then it is given packed quickly.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // One at a time: packing well takes a thousand times what answering takes.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static int waiting;

    private readonly ConcurrentDictionary<string, Packed> packed = new(StringComparer.Ordinal);

    /// <summary>What it takes of the memory for kept pages, about: the plain bytes, and no more than that for the packed ones.</summary>
    public long Size => plain.Length * (isText ? 2L : 1L);

    public byte[] Plain => plain;

    public bool Is(byte[] other) => plain.AsSpan().SequenceEqual(other);

    /// <returns>Null where the bytes are sent as they are: nobody asked for less, or it is no text.</returns>
    public byte[]? In(string encoding)
    {
        if (!isText || encoding == AcceptedEncoding.Identity) return null;
        if (!packed.TryGetValue(encoding, out var known)) return packed.GetOrAdd(encoding, Quickly).Bytes;

        if (!known.IsWell && known.BeginPacking()) PackBehindBacks(encoding, known);
        return known.Bytes;
    }

    /// <summary>The same encodings as somebody has asked for of the page before, ready before anybody asks for this one.</summary>
    public async Task PackLike(PackedBody before)
    {
        foreach (var (encoding, known) in before.packed)
            if (!known.IsWell || !await PackWell(encoding, Patience)) packed.GetOrAdd(encoding, Quickly);
    }

    private Packed Quickly(string encoding) => new(Pack(encoding, CompressionLevel.Fastest), IsWell: false);

    private void PackBehindBacks(string encoding, Packed quick)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            // Whoever asks next tries again.
            Interlocked.Decrement(ref waiting);
            quick.GiveUpPacking();
            return;
        }

        _ = Task.Run(async () =>
        {
            try
            {
                await PackWell(encoding, Timeout.InfiniteTimeSpan);
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
            }
        });
    }

    /// <returns>False if it was not its turn in time.</returns>
    private async Task<bool> PackWell(string encoding, TimeSpan patience)
    {
        if (!await OneAtATime.WaitAsync(patience)) return false;

        try
        {
            packed[encoding] = new Packed(Pack(encoding, CompressionLevel.SmallestSize), IsWell: true);
            return true;
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

    private sealed record Packed(byte[] Bytes, bool IsWell)
    {
        private int begun;

        /// <returns>True for one of many who ask at once.</returns>
        public bool BeginPacking() => Interlocked.Exchange(ref begun, 1) == 0;

        public void GiveUpPacking() => Volatile.Write(ref begun, 0);
    }
}
