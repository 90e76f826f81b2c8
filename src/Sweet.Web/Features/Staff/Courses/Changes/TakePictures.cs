using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Courses.Forms;
using Sweet.Web.Pictures;

namespace Sweet.Web.Features.Staff.Courses.Changes;

/// <summary>The photos that came with a form: each is taken in at once, so that a mistake elsewhere does not lose it.</summary>
public sealed class TakePictures(SweetDbContext db, AddPicture addPicture)
{
    public async Task From(CourseForm form, ModelStateDictionary problems, Actor by, CancellationToken ct)
    {
        foreach (var (i, row) in form.Teachers.Index())
        {
            var name = $"Teachers[{i}].{nameof(row.PictureHash)}";
            if (row.NoPicture is not null) (row.PictureHash, row.AltText) = (null, null);
            if (row.File is { } file)
            {
                var answer = await addPicture.From(file, by, ct);
                if (answer is PictureAnswer.Refused(var why)) problems.AddModelError($"Teachers[{i}].File", PictureRules.InWords(why));
                if (answer is PictureAnswer.Taken(var hash)) row.PictureHash = hash;
            }
            else if (row.PictureHash is { } kept && !await db.Pictures.AnyAsync(p => p.Hash == kept, ct))
            {
                row.PictureHash = null;
                problems.AddModelError($"Teachers[{i}].File", "The picture is not here anymore. Choose it again");
            }

            // What the page shows next is what was taken in.
            problems.Remove(name);
        }
    }
}
