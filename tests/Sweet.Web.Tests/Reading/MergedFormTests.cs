using Sweet.Web.Features.Staff.Shared.Versions;

namespace Sweet.Web.Tests.Reading;

public class MergedFormTests
{
    private static readonly string Base = FormField.PrintsOf([Field("Price", "597"), Field("Minimum", ""), Field("Link", "a"), Field("Capacity", "30")]);

    [Fact]
    public void Takes_from_each_what_only_one_has_changed()
    {
        var merged = MergedForm.Of(
            Base,
            [Field("Price", "620"), Field("Minimum", ""), Field("Link", "b"), Field("Capacity", "30")],
            [Field("Price", "610"), Field("Minimum", "8"), Field("Link", "a"), Field("Capacity", "30")]);

        Assert.Equal([FieldOrigin.Differs, FieldOrigin.Saved, FieldOrigin.Mine, FieldOrigin.Same], merged.Select(f => f.Origin));
        Assert.Equal(["8", "b", "30"], merged.Skip(1).Select(f => f.Value));
    }

    [Fact]
    public void A_row_that_only_one_has_added_is_kept()
    {
        var merged = MergedForm.Of(Base, [Field("Row", "mine")], [Field("Price", "597")]);

        Assert.Equal(("mine", FieldOrigin.Mine), (merged[0].Value, merged[0].Origin));
    }

    [Fact]
    public void The_same_change_by_both_needs_nobody() =>
        Assert.Equal(FieldOrigin.Same, MergedForm.Of(Base, [Field("Price", "610")], [Field("Price", "610")])[0].Origin);

    [Fact]
    public void Without_a_base_every_difference_is_asked_about() =>
        Assert.Equal(FieldOrigin.Differs, MergedForm.Of(prints: null, [Field("Price", "1")], [Field("Price", "2")])[0].Origin);

    private static FormField Field(string name, string value) => new(name, name, value);
}
