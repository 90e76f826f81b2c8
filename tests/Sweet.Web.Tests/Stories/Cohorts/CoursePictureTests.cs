using System.Text;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using Sweet.Domain.Pictures;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>Faculty with their pictures: only what is a picture is taken in, and nothing of it but the picture.</summary>
public sealed class CoursePictureTests : Story
{
    [Fact]
    public async Task A_person_with_a_picture_is_shown_in_several_widths_upright_and_without_where_it_was_taken()
    {
        await Given.Course();
        var form = await (await StaffVisitor.Admin(Site)).Open("/admin/courses/1");

        var row = await form.Submit("Add a person", f => f.Fill("MissedClass", "Each class is recorded for a month."));
        var saved = await row.Submit("Save", f => f
            .Fill("Teachers[0].Name", "Ana Sample").Fill("Teachers[0].Credentials", "LCSW").Fill("Teachers[0].Biography", "Teaches *since 2010*.")
            .Fill("Teachers[0].AltText", "Ana at a desk").Attach("Teachers[0].File", "ana.png", SomePictures.TurnedPhoto()));
        var page = await Visitor.Open("/courses/interpersonal-psychotherapy");

        Assert.Equal("303, 200", string.Join(", ", saved.Statuses));
        Assert.All(
            (string[])["Ana Sample, LCSW", "Teaches since 2010.", "If you miss a class Each class is recorded for a month."],
            text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        var img = page.Document.QuerySelector(".portrait img")!;
        Assert.Equal(("Ana at a desk", "96", "144"), (img.GetAttribute("alt"), img.GetAttribute("width"), img.GetAttribute("height")));
        Assert.Equal(3, page.Document.QuerySelector(".portrait source")!.GetAttribute("srcset")!.Split(", ").Length);

        var file = await Site.Db(db => db.Set<PictureFile>().SingleAsync(f => f.Name == img.GetAttribute("src")!.Substring("/pictures/".Length)));
        using var shown = SKBitmap.Decode(file.Bytes);
        // Turned clockwise, what was on the left is above.
        Assert.Equal((96, 144), (shown.Width, shown.Height));
        Assert.True(shown.GetPixel(48, 20).Red > 200 && shown.GetPixel(48, 120).Blue > 200);
        Assert.DoesNotContain("Secret Street", Encoding.Latin1.GetString(file.Bytes), StringComparison.Ordinal);

        var answer = await Visitor.Open(img.GetAttribute("src")!);
        Assert.Equal(("image/jpeg", "public, max-age=31536000, immutable"), (answer.ContentType, answer.Headers["Cache-Control"]));
        Assert.Equal(404, (await Visitor.Open("/pictures/none-96.jpg")).Status);
    }

    [Fact]
    public async Task The_same_picture_is_kept_once_and_goes_with_its_check_box()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var row = await (await admin.Open("/admin/courses/1")).Submit("Add a person");

        var saved = await row.Submit("Save", f => Person(f).Attach("Teachers[0].File", "a.webp", SomePictures.Photo(format: SKEncodedImageFormat.Webp)));
        var again = await saved.Submit("Save", f => f.Attach("Teachers[0].File", "b.webp", SomePictures.Photo(format: SKEncodedImageFormat.Webp)));
        Assert.Equal(1, await Site.Db(db => db.Pictures.CountAsync()));
        Assert.Equal(1, await Site.Db(db => db.History.CountAsync(h => h.Subject.StartsWith("Picture "))));
        await again.Submit("Save", f => f.Tick("Teachers[0].NoPicture"));

        Assert.Null((await Visitor.Open("/courses/interpersonal-psychotherapy")).Document.QuerySelector(".portrait"));
        Assert.Equal(2, await Site.Db(db => db.History.CountAsync(h => h.Subject == "Faculty 1")));
    }

    [Theory]
    [InlineData("svg", "An SVG file can carry a script, so we don’t take it. Save the drawing as a PNG file")]
    [InlineData("gif", "A GIF file is not taken. Save the picture as a JPEG or PNG file")]
    [InlineData("text", "This is not a picture, whatever its name says. Choose a JPEG, PNG or WebP file")]
    [InlineData("empty", "The file is empty. Choose it again, or choose another")]
    [InlineData("half", "The picture is damaged: part of it is missing. Open it, save it again, and choose it again")]
    [InlineData("bomb", "The picture has more than 50 megapixels. Save it smaller, and choose it again")]
    [InlineData("small", "The picture is too small: it needs 96 pixels each way. Choose a larger one")]
    [InlineData("large", "The file has more than 20 MB. Save the picture smaller, and choose it again")]
    public async Task What_is_no_picture_is_refused_with_a_sentence_and_what_was_typed_stays(string kind, string problem)
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var row = await (await admin.Open("/admin/courses/1")).Submit("Add a person");

        var wrong = await row.Submit("Save", f => Person(f).Fill("Promise", "A new promise.").Attach("Teachers[0].File", "photo.jpg", FileOf(kind)));

        Assert.Equal((422, problem), (wrong.Status, wrong.ProblemOf("Teachers-0--File")));
        Assert.Equal(("Ana Sample", "A new promise."), (wrong.MainForm["Teachers[0].Name"], wrong.MainForm["Promise"]));
        Assert.Equal(0, await Site.Db(db => db.Pictures.CountAsync()));
    }

    [Fact]
    public async Task A_picture_survives_a_mistake_elsewhere_and_a_file_for_another_field_is_refused()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var row = await (await admin.Open("/admin/courses/1")).Submit("Add a person");

        var wrong = await row.Submit("Save", f => Person(f).Fill("Title", "").Attach("Teachers[0].File", "a.jpg", SomePictures.Photo()));
        var preview = await wrong.Submit("Show the page", f => f.Fill("Title", "Back"));
        var saved = await wrong.Submit("Save", f => f.Fill("Title", "Back"));
        var elsewhere = await saved.Submit("Save", f => f.Attach("Title", "a.jpg", SomePictures.Photo()));
        var gone = await saved.Submit("Save", f => f.Fill("Teachers[0].PictureHash", new string('a', Picture.HashLength)));

        Assert.Equal(422, wrong.Status);
        Assert.NotNull(preview.Document.QuerySelector(".portrait img"));
        Assert.NotNull((await Visitor.Open("/courses/interpersonal-psychotherapy")).Document.QuerySelector(".portrait img"));
        Assert.Equal(400, elsewhere.Status);
        Assert.Equal((422, "The picture is not here anymore. Choose it again"), (gone.Status, gone.ProblemOf("Teachers-0--File")));
    }

    private static PageForm Person(PageForm form) => form.Fill("Teachers[0].Name", "Ana Sample").Fill("Teachers[0].AltText", "Ana at a desk");

    private static byte[] FileOf(string kind) => kind switch
    {
        "svg" => SomePictures.Svg,
        "gif" => SomePictures.Gif,
        "text" => SomePictures.Text,
        "empty" => [],
        "half" => SomePictures.Photo()[..2_000],
        "bomb" => SomePictures.Bomb(),
        "small" => SomePictures.Photo(60, 200),
        _ => [.. SomePictures.Photo(), .. new byte[21 * 1024 * 1024]],
    };
}
