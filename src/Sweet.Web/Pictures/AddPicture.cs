using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Web.Data;

namespace Sweet.Web.Pictures;

/// <summary>Takes in a picture by its content. The same photo, sent again, is the same picture.</summary>
public sealed class AddPicture(SweetDbContext db, TimeProvider clock)
{
    // Unfolded, one may take two hundred megabytes.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public async Task<PictureAnswer> From(IFormFile file, Actor by, CancellationToken ct)
    {
        if (file.Length > PictureRules.MostBytes) return new PictureAnswer.Refused(PictureRefusal.TooLarge);

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await OneAtATime.WaitAsync(ct);
        try
        {
            var (picture, refusal) = PictureReading.Read(bytes.ToArray(), nowUtc);
            if (picture is null) return new PictureAnswer.Refused(refusal!.Value);

            await Keep(picture, by, nowUtc, ct);
            return new PictureAnswer.Taken(picture.Hash);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private Task Keep(Domain.Pictures.Picture picture, Actor by, DateTime nowUtc, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Of two instances that take in the same at once the key lets one save.
                if (await db.Pictures.AnyAsync(p => p.Hash == picture.Hash, ct)) return;

                db.Pictures.Add(picture);
                db.History.Add(picture.Added(by, nowUtc));
                await transaction.SaveAndCommit(ct);
            },
            ct);
}

public abstract record PictureAnswer
{
    public sealed record Taken(string Hash) : PictureAnswer;

    public sealed record Refused(PictureRefusal Why) : PictureAnswer;
}
