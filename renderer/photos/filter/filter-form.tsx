/** Everything that photos can be filtered by. */
import { useStrings } from '../../strings/strings.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { allPhotos } from '../all-photos.ts';
import { useFacets } from './facets.ts';
import styles from './filter-form.module.css';
import { PersonFilter } from './person-filter.tsx';
import { filterBy } from './photo-filter.ts';

const FACES = ['with', 'without', 'unnamed'] as const;
const RATINGS = ['1', '2', '3', '4', '5'] as const;
const PLACES = ['with', 'without'] as const;
const DAY = /^\d{4}-\d\d-\d\d$/;

export function FilterForm() {
  const { photos } = useStrings();
  const words = photos.filter;
  const filter = allPhotos.use((state) => state.filter);
  const { years, cameras, tags, albums } = useFacets();
  const any = { value: '', label: words.any };
  const year = filter.from?.length === 4 && filter.from === filter.to ? filter.from : '';
  const dayOf = (day: string | undefined): string => (day !== undefined && DAY.test(day) ? day : '');
  const named = (list: readonly { id: string; name: string }[]) => [
    any,
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className={styles.form}>
      <PersonFilter persons={filter.persons ?? []} onChange={(persons) => filterBy({ persons })} />
      <SelectField
        label={words.faces}
        value={filter.faces ?? ''}
        options={[any, ...FACES.map((value) => ({ value, label: words.facesOf[value] }))]}
        onChoose={(value) => filterBy({ faces: FACES.find((known) => known === value) })}
      />
      <SelectField
        label={words.year}
        value={year}
        options={[any, ...years.map((one) => ({ value: one.year, label: one.year }))]}
        onChoose={(value) => filterBy({ from: value || undefined, to: value || undefined })}
      />
      <TextField
        label={words.from}
        type="date"
        max={dayOf(filter.to) || undefined}
        value={dayOf(filter.from)}
        onChange={({ target }) => filterBy({ from: target.value || undefined })}
      />
      <TextField
        label={words.to}
        type="date"
        min={dayOf(filter.from) || undefined}
        value={dayOf(filter.to)}
        onChange={({ target }) => filterBy({ to: target.value || undefined })}
      />
      <SelectField
        label={words.rating}
        value={filter.rating === undefined ? '' : String(filter.rating)}
        options={[any, ...RATINGS.map((value) => ({ value, label: words.ratingOf(Number(value)) }))]}
        onChoose={(value) => filterBy({ rating: value ? Number(value) : undefined })}
      />
      <SelectField
        label={words.place}
        value={filter.place === undefined ? '' : filter.place ? 'with' : 'without'}
        options={[any, ...PLACES.map((value) => ({ value, label: words.placeOf[value] }))]}
        onChoose={(value) => filterBy({ place: value === '' ? undefined : value === 'with' })}
      />
      <SelectField
        label={words.album}
        value={filter.album ?? ''}
        options={named(albums)}
        onChoose={(value) => filterBy({ album: value || undefined })}
      />
      <SelectField
        label={words.tag}
        value={filter.tag ?? ''}
        options={named(tags)}
        onChoose={(value) => filterBy({ tag: value || undefined })}
      />
      <div className={styles.wide}>
        <SelectField
          label={words.camera}
          value={filter.camera ?? ''}
          options={[any, ...cameras.map(({ camera }) => ({ value: camera, label: camera }))]}
          onChoose={(value) => filterBy({ camera: value || undefined })}
        />
      </div>
      <CheckBox
        label={words.missing}
        isChecked={filter.missing === true}
        onCheck={(checked) => filterBy({ missing: checked || undefined })}
      />
      <CheckBox
        label={words.bin}
        isChecked={filter.deleted === true}
        onCheck={(checked) => filterBy({ deleted: checked || undefined })}
      />
    </div>
  );
}
